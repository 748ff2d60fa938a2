import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { createCreditNote, creditAmount, findCreditNote, updateCreditNote } from "./credit-note-acts";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { listRecords } from "./list";
import type { ListRules } from "./list";
import type { CreditNoteRecord } from "./records";
import { equals, from, oneOf, upTo } from "./search";
import type { Filter } from "./search";
import { easternStamp } from "./stamps";
import type { FreshBooksBox } from "./world";

const BASE = "/accounting/account/:account/credit_notes/credit_notes";

// `client_id` and `create_date` are silently ignored (facts §6).
const RULES: ListRules<CreditNoteRecord> = {
  filters: new Map<string, Filter<CreditNoteRecord>>([
    ["clientid", equals(({ fields }) => fields.clientid)],
    ["date_min", from(({ fields }) => fields.create_date)],
    ["date_max", upTo(({ fields }) => fields.create_date)],
    ["vis_state", oneOf(({ visState }) => visState)],
  ]),
  sorts: new Map(),
};

function view(creditNote: CreditNoteRecord): Record<string, unknown> {
  const code = creditNote.fields.currency_code;
  return {
    id: creditNote.id,
    creditid: creditNote.id,
    accounting_systemid: creditNote.accountId,
    ...creditNote.fields,
    amount: { amount: creditAmount(creditNote).toFixed(2), code },
    paid: { amount: "0.00", code },
    payment_status: "unpaid",
    display_status: "created",
    updated: easternStamp(creditNote.updatedMs),
    vis_state: creditNote.visState,
  };
}

// One record comes under the plural name too (facts §14).
function one(c: Context, creditNote: CreditNoteRecord): Response {
  return c.json({ response: { result: { credit_notes: view(creditNote) } } });
}

/** Credit notes, as far as the connector touches them (facts §6): they are not yet applied to invoices. */
export function creditNoteRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const actor = (c: Context<NodeEnv>) => requireActor(box.world, c, "credit_notes");
  routes.get(BASE, (c) => {
    const { accountId } = actor(c);
    const parameters = new URL(c.req.url).searchParams;
    const { rows, ...paging } = listRecords(box.world.creditNotes.values(), accountId, parameters, RULES);
    return c.json({ response: { result: { credit_notes: rows.map(view), ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const who = actor(c);
    return one(c, createCreditNote(box.world, who, unwrap("credit_notes", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) => one(c, findCreditNote(box.world, actor(c), Number(c.req.param("id")))));
  routes.put(`${BASE}/:id`, async (c) => {
    const who = actor(c);
    const creditNote = findCreditNote(box.world, who, Number(c.req.param("id")));
    updateCreditNote(box.world, who, creditNote, unwrap("credit_notes", await readJson(c.req)));
    return one(c, creditNote);
  });
  return routes;
}
