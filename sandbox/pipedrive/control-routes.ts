import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { makerRoutes } from "../lib/maker-routes";
import { readJson } from "../lib/read-body";
import type { PipedriveControl } from "./control";
import { switchPatchSchema } from "./switches";

async function input(c: Context): Promise<Record<string, unknown>> {
  return parseControlInput(z.record(z.string(), z.unknown()), await readJson(c.req));
}

function idOf(c: Context): number {
  return parseControlInput(z.coerce.number().int(), c.req.param("id"));
}

/** The control API of the Pipedrive stand-in, mounted under `/_control`. */
export function controlRoutes(control: PipedriveControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.route("/", makerRoutes(control));
  routes.post("/switches", async (c) => {
    const patch = parseControlInput(switchPatchSchema, await readJson(c.req));
    return c.json({ switches: control.setSwitches(patch) });
  });
  routes.post("/deals", async (c) => c.json({ deal: control.createDeal(await input(c)) }));
  routes.patch("/deals/:id", async (c) => c.json({ deal: control.patchDeal(idOf(c), await input(c)) }));
  routes.delete("/deals/:id", (c) => c.json({ deal: control.deleteDeal(idOf(c)) }));
  routes.post("/organizations", async (c) =>
    c.json({ organization: control.createOrganization(await input(c)) }),
  );
  routes.patch("/organizations/:id", async (c) =>
    c.json({ organization: control.patchOrganization(idOf(c), await input(c)) }),
  );
  routes.delete("/organizations/:id", (c) => c.json({ organization: control.deleteOrganization(idOf(c)) }));
  routes.post("/users/:id/deactivate", (c) => {
    control.deactivateUser(idOf(c));
    return c.json({ ok: true });
  });
  return routes;
}
