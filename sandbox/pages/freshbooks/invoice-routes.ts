import { Hono } from "hono";
import type { Context } from "hono";
import { html } from "hono/html";
import { z } from "zod";

import type { NodeEnv } from "../../lib/fault-middleware";
import { act, done, readForm, submit } from "../parts/answers";
import { ownPath } from "../parts/address";
import type { FormProblem } from "../parts/form";
import { countIn, idIn } from "../parts/read-query";
import { atDesk } from "./desk";
import type { Desk, FreshBooksPagesDeps } from "./desk";
import { explain } from "./explain";
import { INVOICE_ACTS } from "./invoice-acts";
import { INVOICE_FORM, newInvoiceSchema, newPaymentSchema } from "./invoice-forms";
import { invoicePage } from "./invoice-page";
import { invoicesPage } from "./invoices-page";
import { landing } from "../parts/landing";
import { TABS, hrefIn } from "./place";
import { newestClients } from "./read-clients";
import { readInvoice } from "./read-invoice";
import { readInvoices } from "./read-invoices";

/** Clients offered for a new invoice on the list's page. */
const OFFERED_CLIENTS = 50;

const creditSchema = z.object({ creditid: z.number() });

async function showList(
  c: Context,
  desk: Desk,
  deps: FreshBooksPagesDeps,
  problem?: FormProblem,
): Promise<Response> {
  const { world, place } = desk;
  const query = {
    search: c.req.query("q") ?? "",
    state: c.req.query("state") ?? "",
    page: countIn(c, "page", 1),
  };
  const list = readInvoices(world, place.accountId, query);
  const clients = newestClients(world, place.accountId, OFFERED_CLIENTS);
  const main = html`${landing("FreshBooks", deps.neighbours)}
  ${invoicesPage(place, { query, list, clients, problem })}`;
  return desk.show({ title: "Invoices", tab: TABS.invoices, main }, problem === undefined ? 200 : 422);
}

async function showOne(desk: Desk, id: number, problem?: FormProblem): Promise<Response> {
  const invoice = readInvoice(desk.world, desk.place.accountId, id);
  if (invoice === undefined) return desk.notFound("invoice");
  return desk.show(
    {
      title: `Invoice ${invoice.row.number}`,
      tab: TABS.invoices,
      main: invoicePage(desk.place, invoice, problem),
    },
    problem === undefined ? 200 : 422,
  );
}

// A credit is a credit note of that amount, paid into the invoice at once.
function pay(desk: Desk, id: number, input: z.output<typeof newPaymentSchema>): void {
  const { amount, kind } = input;
  const invoice = readInvoice(desk.world, desk.place.accountId, id);
  if (kind === "payment" || invoice === undefined) {
    desk.control.recordPayment(id, { amount });
    return;
  }
  const { clientId: clientid, currency: currency_code } = invoice.row;
  const note = creditSchema.parse(desk.control.createCreditNote({ clientid, currency_code, amount }));
  desk.control.applyCredit(note.creditid, { invoiceId: id, amount });
}

function paymentRoutes(deps: FreshBooksPagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.post(
    "/:id/payments",
    atDesk(deps, async (c, desk) => {
      const id = idIn(c);
      const form = { name: "new-payment", schema: newPaymentSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => {
        pay(desk, id, input);
      });
      if (problem !== undefined) return showOne(desk, id, problem);
      return done(c, hrefIn(desk.place, `/invoices/${id}`), "payment-recorded");
    }),
  );
  routes.post(
    "/:id/payments/:payment/delete",
    atDesk(deps, (c, desk) => {
      const back = hrefIn(desk.place, `/invoices/${idIn(c)}`);
      return act(c, { back, key: "payment-deleted", explain }, () =>
        desk.control.deletePayment(idIn(c, "payment")),
      );
    }),
  );
  return routes;
}

/** The list of invoices, an invoice's page, and what is done on them. */
export function invoiceRoutes(deps: FreshBooksPagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/",
    atDesk(deps, (c, desk) => showList(c, desk, deps)),
  );
  routes.get(
    "/invoices/:id",
    atDesk(deps, (c, desk) => showOne(desk, idIn(c))),
  );
  routes.post(
    "/invoices",
    atDesk(deps, async (c, desk) => {
      const form = { name: INVOICE_FORM, schema: newInvoiceSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.createInvoice(input));
      if (problem !== undefined) return showList(c, desk, deps, problem);
      return done(c, hrefIn(desk.place, "/"), "invoice-created");
    }),
  );
  routes.post(
    "/invoices/:id/acts/:act",
    atDesk(deps, async (c, desk) => {
      const id = idIn(c);
      const found = INVOICE_ACTS.find(({ key }) => key === c.req.param("act"));
      if (found === undefined) return desk.notFound("act");
      const { back } = await readForm(c);
      const options = { back: ownPath(back, hrefIn(desk.place, `/invoices/${id}`)), key: found.key, explain };
      return act(c, options, () => found.run(desk.control, id));
    }),
  );
  routes.route("/invoices", paymentRoutes(deps));
  return routes;
}
