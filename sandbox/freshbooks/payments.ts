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
import type { PaymentRecord } from "./records";
import { before, changedOn, equals, from, oneOf, upTo } from "./search";
import type { Filter } from "./search";
import type { FreshBooksBox } from "./world";

const BASE = "/accounting/account/:account/payments/payments";

const RULES: ListRules<PaymentRecord> = {
  filters: new Map<string, Filter<PaymentRecord>>([
    ["invoiceid", equals(({ invoiceId }) => invoiceId)],
    ["clientid", equals(({ clientId }) => clientId)],
    ["date_min", from(({ fields }) => fields.date)],
    ["date_max", upTo(({ fields }) => fields.date)],
    ["updated_min", from(changedOn)],
    ["updated_max", before(changedOn)],
    ["vis_state", oneOf(({ visState }) => visState)],
  ]),
  sorts: new Map(),
};

function one(c: Context, payment: PaymentRecord): Response {
  return c.json({ response: { result: { payment: paymentView(payment) } } });
}

/** Payments (facts §6). */
export function paymentRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => {
    const { accountId } = requireActor(box.world, c, "payments");
    const parameters = new URL(c.req.url).searchParams;
    const { rows, ...paging } = listRecords(box.world.payments.values(), accountId, parameters, RULES);
    return c.json({ response: { result: { payments: rows.map(paymentView), ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const actor = requireActor(box.world, c, "payments");
    return one(c, createPayment(box.world, actor, unwrap("payment", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) => {
    const actor = requireActor(box.world, c, "payments");
    return one(c, findPayment(box.world, actor, Number(c.req.param("id"))));
  });
  routes.put(`${BASE}/:id`, async (c) => {
    const actor = requireActor(box.world, c, "payments");
    const payment = findPayment(box.world, actor, Number(c.req.param("id")));
    updatePayment(box.world, actor, payment, unwrap("payment", await readJson(c.req)));
    return one(c, payment);
  });
  return routes;
}
