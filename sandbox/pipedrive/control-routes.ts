import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { makerRoutes } from "../lib/maker-routes";
import { readJson } from "../lib/read-body";
import { ACME_ID } from "./companies";
import type { CompanyControl } from "./company-control";
import { companyInputSchema, companyPatchSchema } from "./company-profile";
import type { PipedriveControl } from "./control";
import { currencyInputSchema } from "./currencies";
import { switchPatchSchema } from "./switches";

const spendSchema = z.strictObject({ tokens: z.int().min(0) });
const companyIdSchema = z.coerce.number().int().default(ACME_ID);

async function input(c: Context): Promise<Record<string, unknown>> {
  return parseControlInput(z.record(z.string(), z.unknown()), await readJson(c.req));
}

function idOf(c: Context): number {
  return parseControlInput(z.coerce.number().int(), c.req.param("id"));
}

/** Verbs of a company: Acme, or the one that `?company=` names. */
function companyRoutes(control: PipedriveControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const at = (c: Context): CompanyControl =>
    control.forCompany(parseControlInput(companyIdSchema, c.req.query("company")));
  routes.get("/state", (c) => c.json(at(c).state()));
  routes.post("/deals", async (c) => c.json({ deal: at(c).createDeal(await input(c)) }));
  routes.patch("/deals/:id", async (c) => c.json({ deal: at(c).patchDeal(idOf(c), await input(c)) }));
  routes.delete("/deals/:id", (c) => c.json({ deal: at(c).deleteDeal(idOf(c)) }));
  routes.post("/organizations", async (c) =>
    c.json({ organization: at(c).createOrganization(await input(c)) }),
  );
  routes.patch("/organizations/:id", async (c) =>
    c.json({ organization: at(c).patchOrganization(idOf(c), await input(c)) }),
  );
  routes.delete("/organizations/:id", (c) => c.json({ organization: at(c).deleteOrganization(idOf(c)) }));
  routes.post("/users/:id/deactivate", (c) => {
    at(c).deactivateUser(idOf(c));
    return c.json({ ok: true });
  });
  routes.post("/users/:id/uninstall", async (c) => c.json({ notices: await at(c).uninstall(idOf(c)) }));
  routes.patch("/company", async (c) =>
    c.json({ company: at(c).setCompany(parseControlInput(companyPatchSchema, await readJson(c.req))) }),
  );
  routes.post("/currencies", async (c) =>
    c.json({ currency: at(c).setCurrency(parseControlInput(currencyInputSchema, await readJson(c.req))) }),
  );
  routes.post("/spend", async (c) =>
    c.json(at(c).spend(parseControlInput(spendSchema, await readJson(c.req)).tokens)),
  );
  return routes;
}

/** The control API of the Pipedrive stand-in, mounted under `/_control`. */
export function controlRoutes(control: PipedriveControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.route("/", companyRoutes(control));
  routes.route("/", makerRoutes(control));
  routes.post("/switches", async (c) => {
    const patch = parseControlInput(switchPatchSchema, await readJson(c.req));
    return c.json({ switches: control.setSwitches(patch) });
  });
  routes.get("/companies", (c) => c.json({ companies: control.listCompanies() }));
  routes.post("/companies", async (c) =>
    c.json(control.createCompany(parseControlInput(companyInputSchema, await readJson(c.req)))),
  );
  routes.get("/operations", (c) => c.json({ operations: control.operations() }));
  return routes;
}
