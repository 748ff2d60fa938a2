import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import { createClient, findClient, updateClient } from "./client-acts";
import { CLIENT_SORTS, clientFilters } from "./client-search";
import { clientView } from "./client-view";
import { unwrap } from "./fields";
import { requireActor } from "./guard";
import { listRecords } from "./list";
import type { ClientRecord } from "./records";
import type { FreshBooksBox } from "./world";

const BASE = "/accounting/account/:account/users/clients";

function one(c: Context, client: ClientRecord): Response {
  return c.json({ response: { result: { client: clientView(client) } } });
}

/** Clients (facts §4): POST answers 200, and there is no DELETE. */
export function clientRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => {
    const { accountId } = requireActor(box.world, c, "clients");
    const rules = { filters: clientFilters(box.world), sorts: CLIENT_SORTS };
    const { rows, ...paging } = listRecords(
      box.world.clients.values(),
      accountId,
      new URL(c.req.url).searchParams,
      rules,
    );
    return c.json({ response: { result: { clients: rows.map(clientView), ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const actor = requireActor(box.world, c, "clients");
    return one(c, createClient(box.world, actor, unwrap("client", await readJson(c.req))));
  });
  routes.get(`${BASE}/:id`, (c) => {
    const actor = requireActor(box.world, c, "clients");
    return one(c, findClient(box.world, actor, Number(c.req.param("id"))));
  });
  routes.put(`${BASE}/:id`, async (c) => {
    const actor = requireActor(box.world, c, "clients");
    const client = findClient(box.world, actor, Number(c.req.param("id")));
    updateClient(box.world, actor, client, unwrap("client", await readJson(c.req)));
    return one(c, client);
  });
  return routes;
}
