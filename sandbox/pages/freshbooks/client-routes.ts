import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import { act, done, readForm, submit } from "../parts/answers";
import type { FormProblem } from "../parts/form";
import { countIn, idIn } from "../parts/read-query";
import { clientPage, clientsPage } from "./clients-page";
import { atDesk } from "./desk";
import type { Desk, FreshBooksPagesDeps } from "./desk";
import { explain } from "./explain";
import { INVOICE_FORM, newClientSchema, newInvoiceSchema } from "./invoice-forms";
import { TABS, hrefIn } from "./place";
import { readClient, readClients } from "./read-clients";

async function showList(c: Context, desk: Desk, problem?: FormProblem): Promise<Response> {
  const { world, place } = desk;
  const search = c.req.query("q") ?? "";
  const slice = readClients(world, place.accountId, { search, page: countIn(c, "page", 1) });
  const main = clientsPage(place, { search, slice, problem });
  return desk.show({ title: "Clients", tab: TABS.clients, main }, problem === undefined ? 200 : 422);
}

async function showOne(c: Context, desk: Desk, problem?: FormProblem): Promise<Response> {
  const client = readClient(desk.world, desk.place.accountId, idIn(c), countIn(c, "page", 1));
  if (client === undefined) return desk.notFound("client");
  const main = clientPage(desk.place, client, problem);
  return desk.show({ title: client.row.name, tab: TABS.clients, main }, problem === undefined ? 200 : 422);
}

/** The list of clients, a client's page, and what is done on them. */
export function clientRoutes(deps: FreshBooksPagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/clients",
    atDesk(deps, (c, desk) => showList(c, desk)),
  );
  routes.get(
    "/clients/:id",
    atDesk(deps, (c, desk) => showOne(c, desk)),
  );
  routes.post(
    "/clients",
    atDesk(deps, async (c, desk) => {
      const form = { name: "new-client", schema: newClientSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.createClient(input));
      if (problem !== undefined) return showList(c, desk, problem);
      return done(c, hrefIn(desk.place, "/clients"), "client-created");
    }),
  );
  routes.post(
    "/clients/:id/invoices",
    atDesk(deps, async (c, desk) => {
      const form = { name: INVOICE_FORM, schema: newInvoiceSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.createInvoice(input));
      if (problem !== undefined) return showOne(c, desk, problem);
      return done(c, hrefIn(desk.place, `/clients/${idIn(c)}`), "invoice-created");
    }),
  );
  routes.post(
    "/clients/:id/delete",
    atDesk(deps, (c, desk) => {
      const id = idIn(c);
      const options = { back: hrefIn(desk.place, `/clients/${id}`), key: "client-deleted", explain };
      return act(c, options, () => desk.control.deleteClient(id));
    }),
  );
  return routes;
}
