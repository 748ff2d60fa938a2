import { Hono } from "hono";

import { COMPANY, CURRENCIES } from "./company";
import type { User } from "./company";
import { gatewayError } from "./errors";
import type { GateEnv } from "./gate";
import type { PipedriveBox } from "./world";

function userView(user: User, isYou: boolean): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    default_currency: user.defaultCurrency,
    locale: "de_DE",
    lang: 1,
    email: user.email,
    phone: null,
    activated: true,
    last_login: "2026-11-20 08:45:56",
    created: "2024-01-13 09:16:26",
    modified: "2026-11-20 08:45:56",
    has_created_company: user.isAdmin,
    access: [
      { app: "sales", admin: user.isAdmin, permission_set_id: "62cc0000-0000-4000-a000-000000000001" },
    ],
    active_flag: user.isActive,
    timezone_name: "Europe/Berlin",
    timezone_offset: "+01:00",
    role_id: 1,
    icon_url: null,
    is_you: isYou,
    is_deleted: false,
  };
}

const COMPANY_BLOCK = {
  company_id: COMPANY.id,
  company_name: COMPANY.name,
  company_domain: COMPANY.domain,
  company_country: COMPANY.country,
  company_industry: COMPANY.industry,
  language: { language_code: "en", country_code: "US" },
};

/** Users and currencies, which exist in v1 only (facts §2). */
export function userRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get("/api/v1/users/me", (c) => {
    const user = box.world.users.get(c.var.caller.userId);
    if (user === undefined) throw gatewayError(401, "unauthorized access");
    return c.json({ success: true, data: { ...userView(user, true), ...COMPANY_BLOCK } });
  });
  routes.get("/api/v1/users", (c) => {
    const data = [...box.world.users.values()].map((user) => userView(user, user.id === c.var.caller.userId));
    return c.json({ success: true, data });
  });
  routes.get("/api/v1/currencies", (c) => c.json({ success: true, data: CURRENCIES }));
  return routes;
}
