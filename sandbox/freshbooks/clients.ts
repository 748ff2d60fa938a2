import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { createClient, findClient, updateClient } from "./client-acts";
import { clientIncludes } from "./client-includes";
import { clientRules } from "./client-search";
import { clientView } from "./client-view";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { listRecords } from "./list";
import { includesOf, queryOf } from "./query";
import { readingOf } from "./reading";
import type { ClientRecord } from "./records";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const BASE = "/accounting/account/:account/users/clients";

function views(world: FreshBooksWorld, c: Context, accountId: string, clients: readonly ClientRecord[]) {
  const includes = clientIncludes(readingOf(world, accountId), includesOf(c));
  return clients.map((client) => ({ ...clientView(client), ...includes(client) }));
}

function one(world: FreshBooksWorld, c: Context, client: ClientRecord): Response {
  const [view] = views(world, c, client.accountId, [client]);
  return c.json({ response: { result: { client: view } } });
}

/** Clients (facts §4): POST answers 200, and there is no DELETE. */
export function clientRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => {
    const { accountId } = requireActor(box.world, c, "clients");
    const reading = readingOf(box.world, accountId);
    const { rows, ...paging } = listRecords(
      reading,
      reading.ledger.clients,
      queryOf(c),
      clientRules(reading),
    );
    return c.json({ response: { result: { clients: views(box.world, c, accountId, rows), ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const actor = requireActor(box.world, c, "clients");
    return one(box.world, c, createClient(box.world, actor, unwrap("client", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) => {
    const actor = requireActor(box.world, c, "clients");
    return one(box.world, c, findClient(box.world, actor, Number(c.req.param("id"))));
  });
  routes.put(`${BASE}/:id`, async (c) => {
    const actor = requireActor(box.world, c, "clients");
    const client = findClient(box.world, actor, Number(c.req.param("id")));
    updateClient(box.world, actor, client, unwrap("client", await readJson(c.req)));
    return one(box.world, c, client);
  });
  return routes;
}
