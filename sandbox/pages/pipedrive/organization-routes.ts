import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import { act, done, readForm, submit } from "../parts/answers";
import type { FormProblem } from "../parts/form";
import { countIn, idIn } from "../parts/read-query";
import { organizationSchema } from "./deal-forms";
import { atDesk } from "./desk";
import type { Desk, PipedrivePagesDeps } from "./desk";
import { explain } from "./explain";
import { organizationPage, organizationsPage } from "./organizations-page";
import { TABS, hrefIn } from "./place";
import { readOrganization, readOrganizations } from "./read-organizations";

async function showList(c: Context, { company, show }: Desk, problem?: FormProblem): Promise<Response> {
  const search = c.req.query("q") ?? "";
  const slice = readOrganizations(company, search, countIn(c, "page", 1));
  const main = organizationsPage(company, { search, slice, problem });
  return show({ title: "Organizations", tab: TABS.organizations, main }, problem === undefined ? 200 : 422);
}

async function showOne(desk: Desk, id: number, problem?: FormProblem): Promise<Response> {
  const one = readOrganization(desk.company, id);
  if (one === undefined) return desk.notFound("organization");
  const page = {
    title: one.name,
    tab: TABS.organizations,
    main: organizationPage(desk.company, one, problem),
  };
  return desk.show(page, problem === undefined ? 200 : 422);
}

/** The list of organizations, an organization's page, and what is done on them. */
export function organizationRoutes(deps: PipedrivePagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/",
    atDesk(deps, (c, desk) => showList(c, desk)),
  );
  routes.post(
    "/",
    atDesk(deps, async (c, desk) => {
      const form = { name: "organization", schema: organizationSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.createOrganization(input));
      if (problem !== undefined) return showList(c, desk, problem);
      return done(c, hrefIn(desk.company, "/organizations"), "organization-created");
    }),
  );
  routes.get(
    "/:id",
    atDesk(deps, (c, desk) => showOne(desk, idIn(c))),
  );
  routes.post(
    "/:id",
    atDesk(deps, async (c, desk) => {
      const id = idIn(c);
      const form = { name: "organization", schema: organizationSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.patchOrganization(id, input));
      if (problem !== undefined) return showOne(desk, id, problem);
      return done(c, hrefIn(desk.company, `/organizations/${id}`), "organization-saved");
    }),
  );
  routes.post(
    "/:id/delete",
    atDesk(deps, (c, { company, control }) => {
      const options = { back: hrefIn(company, "/organizations"), key: "organization-deleted", explain };
      return act(c, options, () => control.deleteOrganization(idIn(c)));
    }),
  );
  return routes;
}
