import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { makerRoutes } from "../lib/maker-routes";
import { readJson } from "../lib/read-body";
import type { FreshBooksControl } from "./control";
import { switchPatchSchema } from "./switches";

const inputSchema = z.record(z.string(), z.unknown());
const paymentSchema = z.looseObject({ amount: z.union([z.string(), z.number()]).transform(String) });

async function input(c: Context): Promise<Record<string, unknown>> {
  return parseControlInput(inputSchema, await readJson(c.req));
}

function idOf(c: Context): number {
  return parseControlInput(z.coerce.number().int(), c.req.param("id"));
}

function clientRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.post("/", async (c) => c.json({ client: control.createClient(await input(c)) }));
  routes.put("/:id", async (c) => c.json({ client: control.updateClient(idOf(c), await input(c)) }));
  routes.post("/:id/delete", (c) => c.json({ client: control.deleteClient(idOf(c)) }));
  return routes;
}

function invoiceRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.post("/", async (c) => c.json({ invoice: control.createInvoice(await input(c)) }));
  routes.put("/:id", async (c) => c.json({ invoice: control.updateInvoice(idOf(c), await input(c)) }));
  routes.post("/:id/mark-as-sent", (c) => c.json({ invoice: control.markAsSent(idOf(c)) }));
  routes.post("/:id/view", (c) => c.json({ invoice: control.viewInvoice(idOf(c)) }));
  routes.post("/:id/let-fall-due", (c) => c.json({ invoice: control.letFallDue(idOf(c)) }));
  routes.post("/:id/payments", async (c) => {
    const payment = parseControlInput(paymentSchema, await readJson(c.req));
    return c.json({ payment: control.recordPayment(idOf(c), payment) });
  });
  routes.post("/:id/delete", (c) => c.json({ invoice: control.deleteInvoice(idOf(c)) }));
  routes.post("/:id/undelete", (c) => c.json({ invoice: control.undeleteInvoice(idOf(c)) }));
  return routes;
}

/** The control API of the FreshBooks stand-in, mounted under `/_control`. */
export function controlRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.route("/", makerRoutes(control));
  routes.route("/clients", clientRoutes(control));
  routes.route("/invoices", invoiceRoutes(control));
  routes.post("/payments/:id/delete", (c) => c.json({ payment: control.deletePayment(idOf(c)) }));
  for (const path of ["/delivery", "/switches"]) {
    routes.post(path, async (c) => {
      const patch = parseControlInput(switchPatchSchema, await readJson(c.req));
      return c.json({ switches: control.setSwitches(patch) });
    });
  }
  return routes;
}
