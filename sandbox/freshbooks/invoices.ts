import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { createInvoice, findInvoice } from "./invoice-acts";
import { invoiceRules } from "./invoice-search";
import { updateInvoice } from "./invoice-update";
import { invoiceView } from "./invoice-view";
import { listRecords } from "./list";
import { recordUuid } from "./record-uuid";
import { includesOf, queryOf } from "./query";
import { readingOf } from "./reading";
import type { InvoiceRecord } from "./records";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const BASE = "/accounting/account/:account/invoices/invoices";

function one(world: FreshBooksWorld, c: Context, invoice: InvoiceRecord): Response {
  const view = invoiceView(readingOf(world, invoice.accountId), invoice, includesOf(c));
  return c.json({ response: { result: { invoice: view } } });
}

function list(world: FreshBooksWorld, c: Context<NodeEnv>): Response {
  const reading = readingOf(world, requireActor(world, c, "invoices").accountId);
  const { rows, ...paging } = listRecords(
    reading,
    reading.ledger.invoices,
    queryOf(c),
    invoiceRules(reading),
  );
  const invoices = rows.map((invoice) => invoiceView(reading, invoice, includesOf(c)));
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
    share_link: `${origin}/view/${recordUuid(invoice.accountId, "invoice", invoice.id)}`,
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
