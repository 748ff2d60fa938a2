import type { Company } from "./company";
import type { User } from "./user";

/** How far the company's clocks are from UTC now, as `+01:00`. */
function offsetOf({ profile, clock }: Company): string {
  const zone = new Intl.DateTimeFormat("en-US", { timeZone: profile.timeZone, timeZoneName: "longOffset" });
  const name = zone.formatToParts(clock.nowMs()).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.slice("GMT".length) || "+00:00";
}

/** A user as v1 answers them; `locale` is how numbers and dates are written (facts §2). */
export function userView(company: Company, user: User, isYou: boolean): Record<string, unknown> {
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
    timezone_name: company.profile.timeZone,
    timezone_offset: offsetOf(company),
    role_id: 1,
    icon_url: null,
    is_you: isYou,
    is_deleted: false,
  };
}

/** What `users/me` says of the company. */
export function companyBlock({ profile }: Company): Record<string, unknown> {
  return {
    company_id: profile.id,
    company_name: profile.name,
    company_domain: profile.domain,
    company_country: profile.country,
    company_industry: profile.industry,
    language: { language_code: "en", country_code: "US" },
  };
}
