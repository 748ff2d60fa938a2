import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { readJson } from "../lib/read-body";
import { accountOf, idOf, readInput } from "./control-input";
import type { AccountControl, FreshBooksControl } from "./control";

const paymentSchema = z.looseObject({ amount: z.union([z.string(), z.number()]).transform(String) });

/** `POST /_control/invoices/:id/<name>`: acts that take nothing but the invoice. */
const ACTS = {
  "mark-as-sent": "markAsSent",
  "send-by-email": "sendByEmail",
  view: "viewInvoice",
  "let-fall-due": "letFallDue",
  dispute: "disputeInvoice",
  resolve: "resolveInvoice",
  decline: "declineInvoice",
  hold: "holdInvoice",
  "auto-bill-fail": "autoBillFail",
  "auto-bill-retry": "autoBillRetry",
  "auto-bill-pay": "autoBillPay",
  "convert-deposit": "convertDeposit",
  archive: "archiveInvoice",
  unarchive: "unarchiveInvoice",
  delete: "deleteInvoice",
  undelete: "undeleteInvoice",
} as const satisfies Record<string, keyof AccountControl>;

/** The control calls on invoices. */
export function invoiceControlRoutes(control: FreshBooksControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const on = (c: Context) => accountOf(control, c);
  routes.post("/", async (c) => c.json({ invoice: on(c).createInvoice(await readInput(c)) }));
  routes.put("/:id", async (c) => c.json({ invoice: on(c).updateInvoice(idOf(c), await readInput(c)) }));
  routes.post("/:id/payments", async (c) => {
    const payment = parseControlInput(paymentSchema, await readJson(c.req));
    return c.json({ payment: on(c).recordPayment(idOf(c), payment) });
  });
  routes.post("/:id/show-as", async (c) =>
    c.json({ invoice: on(c).showInvoiceAs(idOf(c), await readInput(c)) }),
  );
  for (const [name, verb] of Object.entries(ACTS)) {
    routes.post(`/:id/${name}`, (c) => c.json({ invoice: on(c)[verb](idOf(c)) }));
  }
  return routes;
}
