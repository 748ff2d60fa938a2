import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { createInvoice, findInvoice, updateInvoice } from "./invoice-acts";
import { INVOICE_SORTS, invoiceFilters } from "./invoice-search";
import { invoiceView } from "./invoice-view";
import { listRecords } from "./list";
import type { InvoiceRecord } from "./records";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const BASE = "/accounting/account/:account/invoices/invoices";

function wantsLines(c: Context): boolean {
  return new URL(c.req.url).searchParams.getAll("include[]").includes("lines");
}

function one(world: FreshBooksWorld, c: Context, invoice: InvoiceRecord): Response {
  return c.json({ response: { result: { invoice: invoiceView(world, invoice, wantsLines(c)) } } });
}

function list(world: FreshBooksWorld, c: Context<NodeEnv>): Response {
  const { accountId } = requireActor(world, c, "invoices");
  const rules = { filters: invoiceFilters(world), sorts: INVOICE_SORTS };
  const parameters = new URL(c.req.url).searchParams;
  const { rows, ...paging } = listRecords(world.invoices.values(), accountId, parameters, rules);
  const invoices = rows.map((invoice) => invoiceView(world, invoice, wantsLines(c)));
  return c.json({ response: { result: { invoices, ...paging } } });
}

function known(world: FreshBooksWorld, c: Context<NodeEnv>): InvoiceRecord {
  return findInvoice(world, requireActor(world, c, "invoices"), Number(c.req.param("id")));
}

function shareLink(invoice: InvoiceRecord, origin: string): object {
  return {
    resourceid: invoice.id,
    clientid: invoice.fields.customerid,
    resource_type: "invoice",
    share_link: `${origin}/view/${invoice.uuid}`,
    share_method: "share_link",
  };
}

/** Invoices (facts §5): POST answers 200, deletion is `vis_state`. */
export function invoiceRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => list(box.world, c));
  routes.post(BASE, async (c) => {
    const actor = requireActor(box.world, c, "invoices");
    return one(box.world, c, createInvoice(box.world, actor, unwrap("invoice", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) => one(box.world, c, known(box.world, c)));
  routes.put(`${BASE}/:id`, async (c) => {
    const actor = requireActor(box.world, c, "invoices");
    const invoice = findInvoice(box.world, actor, Number(c.req.param("id")));
    updateInvoice(box.world, actor, invoice, unwrap("invoice", await readJson(c.req)));
    return one(box.world, c, invoice);
  });
  routes.get(`${BASE}/:id/share_link`, (c) => {
    const invoice = known(box.world, c);
    return c.json({ response: { result: { share_link: shareLink(invoice, new URL(c.req.url).origin) } } });
  });
  return routes;
}
