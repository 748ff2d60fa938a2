import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { listRecords } from "./list";
import type { ListRules } from "./list";
import { createPayment, findPayment, updatePayment } from "./payment-acts";
import { paymentView } from "./payment-view";
import { queryOf } from "./query";
import { readingOf } from "./reading";
import type { Reading } from "./reading";
import type { PaymentRecord } from "./records";
import { before, from, isNumber, numbersIn, oneOf, updatedFilters, upTo } from "./search";
import type { Filter } from "./search";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const BASE = "/accounting/account/:account/payments/payments";

function dateOf({ fields }: PaymentRecord): string {
  return fields.date;
}

function rulesOf({ ledger, switches }: Reading): ListRules<PaymentRecord> {
  return {
    // Few payments among many thousand are an invoice's.
    narrow: (search) => {
      const [invoiceId] = numbersIn(search, "invoiceid") ?? [];
      if (invoiceId === undefined) return undefined;
      return ledger.payments.pick(ledger.invoices.get(invoiceId)?.paymentIds ?? []);
    },
    filters: new Map<string, Filter<PaymentRecord>>([
      ["invoiceid", isNumber(({ invoiceId }) => invoiceId)],
      ["clientid", isNumber(({ clientId }) => clientId)],
      ["date_min", from(dateOf)],
      ["date_max", switches.dateMaxInclusive ? upTo(dateOf) : before(dateOf)],
      ...updatedFilters(switches.updatedMinHonoured),
      ["vis_state", oneOf(({ visState }) => visState)],
    ]),
    sorts: new Map(),
  };
}

function one(c: Context, world: FreshBooksWorld, payment: PaymentRecord): Response {
  return c.json({ response: { result: { payment: paymentView(world.switches, payment) } } });
}

/** Payments (facts §6). */
export function paymentRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const actor = (c: Context<NodeEnv>) => requireActor(box.world, c, "payments");
  routes.get(BASE, (c) => {
    const reading = readingOf(box.world, actor(c).accountId);
    const rules = rulesOf(reading);
    const { rows, ...paging } = listRecords(reading, reading.ledger.payments, queryOf(c), rules);
    const payments = rows.map((payment) => paymentView(reading.switches, payment));
    return c.json({ response: { result: { payments, ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const who = actor(c);
    return one(c, box.world, createPayment(box.world, who, unwrap("payment", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) =>
    one(c, box.world, findPayment(box.world, actor(c), Number(c.req.param("id")))),
  );
  routes.put(`${BASE}/:id`, async (c) => {
    const who = actor(c);
    const payment = findPayment(box.world, who, Number(c.req.param("id")));
    updatePayment(box.world, who, payment, unwrap("payment", await readJson(c.req)));
    return one(c, box.world, payment);
  });
  return routes;
}
