import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { makerRoutes } from "../lib/maker-routes";
import { readJson } from "../lib/read-body";
import { sampleOptionsSchema } from "../sample/sample-options";
import { invoiceControlRoutes } from "./control-invoice-routes";
import { accountOf, idOf, readInput } from "./control-input";
import type { FreshBooksControl } from "./control";
import { newBusinessSchema } from "./people-verbs";
import { switchPatchSchema } from "./switches";

const partSchema = z.strictObject({
  invoiceId: z.int(),
  amount: z.union([z.string(), z.number()]).transform(String),
});
const bulkSchema = z.strictObject({ payments: z.array(partSchema).min(1) });

function clientRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const on = (c: Context) => accountOf(control, c);
  routes.post("/", async (c) => c.json({ client: on(c).createClient(await readInput(c)) }));
  routes.put("/:id", async (c) => c.json({ client: on(c).updateClient(idOf(c), await readInput(c)) }));
  routes.post("/:id/delete", (c) => c.json({ client: on(c).deleteClient(idOf(c)) }));
  return routes;
}

function moneyRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const on = (c: Context) => accountOf(control, c);
  routes.post("/payments/:id/delete", (c) => c.json({ payment: on(c).deletePayment(idOf(c)) }));
  routes.post("/payments/bulk", async (c) => {
    const { payments } = parseControlInput(bulkSchema, await readJson(c.req));
    return c.json({ payments: on(c).recordBulkPayment(payments) });
  });
  routes.post("/credit-notes", async (c) =>
    c.json({ creditNote: on(c).createCreditNote(await readInput(c)) }),
  );
  routes.put("/credit-notes/:id", async (c) =>
    c.json({ creditNote: on(c).updateCreditNote(idOf(c), await readInput(c)) }),
  );
  routes.post("/credit-notes/:id/delete", (c) => c.json({ creditNote: on(c).deleteCreditNote(idOf(c)) }));
  routes.post("/credit-notes/:id/apply", async (c) => {
    const part = parseControlInput(partSchema, await readJson(c.req));
    return c.json({ payment: on(c).applyCredit(idOf(c), part) });
  });
  return routes;
}

function peopleRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/businesses", (c) =>
    c.json({ identities: control.listIdentities(), businesses: control.listBusinesses() }),
  );
  routes.post("/businesses", async (c) => {
    const input = parseControlInput(newBusinessSchema, await readJson(c.req));
    return c.json(control.createBusiness(input));
  });
  routes.delete("/callbacks/:id", (c) => {
    accountOf(control, c).deleteCallback(idOf(c));
    return c.json({ ok: true });
  });
  return routes;
}

/** The control API of the FreshBooks stand-in, mounted under `/_control`; `?account=` chooses the books. */
export function controlRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/state", (c) => c.json(control.state(c.req.query("account"))));
  routes.route("/", makerRoutes({ ...control, state: () => control.state() }));
  routes.route("/clients", clientRoutes(control));
  routes.route("/invoices", invoiceControlRoutes(control));
  routes.route("/", moneyRoutes(control));
  routes.route("/", peopleRoutes(control));
  routes.post("/sample", async (c) => {
    const input = parseControlInput(sampleOptionsSchema, await readJson(c.req));
    return c.json(accountOf(control, c).loadSample(input));
  });
  for (const path of ["/delivery", "/switches"]) {
    routes.post(path, async (c) => {
      const patch = parseControlInput(switchPatchSchema, await readJson(c.req));
      return c.json({ switches: control.setSwitches(patch) });
    });
  }
  return routes;
}
