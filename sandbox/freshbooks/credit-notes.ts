import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { createCreditNote, findCreditNote, updateCreditNote } from "./credit-note-acts";
import { creditNoteView } from "./credit-note-view";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { listRecords } from "./list";
import type { ListRules } from "./list";
import { queryOf } from "./query";
import { readingOf } from "./reading";
import type { CreditNoteRecord } from "./records";
import { before, from, isNumber, oneOf, upTo } from "./search";
import type { Filter } from "./search";
import type { Switches } from "./switches";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const BASE = "/accounting/account/:account/credit_notes/credit_notes";

function createDate({ fields }: CreditNoteRecord): string {
  return fields.create_date;
}

// `client_id` and `create_date` are silently ignored (facts §6).
function rulesOf(switches: Switches): ListRules<CreditNoteRecord> {
  return {
    filters: new Map<string, Filter<CreditNoteRecord>>([
      ["clientid", isNumber(({ fields }) => fields.clientid)],
      ["date_min", from(({ fields }) => fields.create_date)],
      ["date_max", switches.dateMaxInclusive ? upTo(createDate) : before(createDate)],
      ["vis_state", oneOf(({ visState }) => visState)],
    ]),
    sorts: new Map(),
  };
}

// One record comes under the plural name too (facts §14).
function one(c: Context, world: FreshBooksWorld, creditNote: CreditNoteRecord): Response {
  const reading = readingOf(world, creditNote.accountId);
  return c.json({ response: { result: { credit_notes: creditNoteView(reading, creditNote) } } });
}

/** Credit notes, as far as the connector touches them (facts §6). */
export function creditNoteRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const actor = (c: Context<NodeEnv>) => requireActor(box.world, c, "credit_notes");
  routes.get(BASE, (c) => {
    const reading = readingOf(box.world, actor(c).accountId);
    const rules = rulesOf(reading.switches);
    const { rows, ...paging } = listRecords(reading, reading.ledger.creditNotes, queryOf(c), rules);
    const credit_notes = rows.map((creditNote) => creditNoteView(reading, creditNote));
    return c.json({ response: { result: { credit_notes, ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const who = actor(c);
    const input = unwrap("credit_notes", await readJson(c.req));
    return one(c, box.world, createCreditNote(box.world, who, input));
  });
  routes.get(`${BASE}/:id`, (c) =>
    one(c, box.world, findCreditNote(box.world, actor(c), Number(c.req.param("id")))),
  );
  routes.put(`${BASE}/:id`, async (c) => {
    const who = actor(c);
    const creditNote = findCreditNote(box.world, who, Number(c.req.param("id")));
    updateCreditNote(box.world, who, creditNote, unwrap("credit_notes", await readJson(c.req)));
    return one(c, box.world, creditNote);
  });
  return routes;
}
