import { Hono } from "hono";
import type { Context } from "hono";
import { html } from "hono/html";
import { z } from "zod";

import type { NodeEnv } from "../../lib/fault-middleware";
import { ownPath } from "../parts/address";
import { act, done, readForm, submit } from "../parts/answers";
import type { FormProblem } from "../parts/form";
import { landing } from "../parts/landing";
import { countIn, idIn } from "../parts/read-query";
import { CARDS_AT_FIRST, boardPage } from "./board-page";
import { DEAL_ACTS } from "./deal-acts";
import { dealEditSchema, dealStageSchema, newDealSchema } from "./deal-forms";
import { dealPage } from "./deal-page";
import { atDesk } from "./desk";
import type { Desk, PipedrivePagesDeps } from "./desk";
import { explain } from "./explain";
import { TABS, hrefIn } from "./place";
import { readBoard } from "./read-board";
import type { BoardQuery } from "./read-board";
import { readDeal } from "./read-deal";

const statusSchema = z.enum(["open", "won", "lost"]).optional().catch(undefined);

function queryOf(c: Context): BoardQuery {
  const pipelineId = countIn(c, "pipeline", 0);
  return {
    pipelineId: pipelineId === 0 ? undefined : pipelineId,
    status: statusSchema.parse(c.req.query("status")),
    shown: countIn(c, "show", CARDS_AT_FIRST),
  };
}

async function showBoard(
  c: Context,
  desk: Desk,
  deps: PipedrivePagesDeps,
  problem?: FormProblem,
): Promise<Response> {
  const { company } = desk;
  const query = queryOf(c);
  const board = readBoard(company, query);
  const main = html`${landing("Pipedrive", deps.neighbours)} ${boardPage(company, { query, board, problem })}`;
  const page = { title: company.profile.name, tab: TABS.board, main, isWide: true };
  return desk.show(page, problem === undefined ? 200 : 422);
}

async function showDeal({ world, company, show, notFound }: Desk, id: number, problem?: FormProblem) {
  const deal = readDeal(world, company, id);
  if (deal === undefined) return notFound("deal");
  const page = { title: deal.title, tab: TABS.board, main: dealPage(company, deal, problem) };
  return show(page, problem === undefined ? 200 : 422);
}

function oneDealRoutes(deps: PipedrivePagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/",
    atDesk(deps, (c, desk) => showDeal(desk, idIn(c))),
  );
  routes.post(
    "/",
    atDesk(deps, async (c, desk) => {
      const id = idIn(c);
      const form = { name: "edit-deal", schema: dealEditSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.patchDeal(id, input));
      if (problem !== undefined) return showDeal(desk, id, problem);
      return done(c, hrefIn(desk.company, `/deals/${id}`), "deal-saved");
    }),
  );
  routes.post(
    "/stage",
    atDesk(deps, async (c, desk) => {
      const id = idIn(c);
      const { back, ...typed } = await readForm(c);
      const wanted = dealStageSchema.safeParse(typed);
      if (!wanted.success) return desk.notFound("stage");
      const options = {
        back: ownPath(back, hrefIn(desk.company, `/deals/${id}`)),
        key: "deal-moved",
        explain,
      };
      return act(c, options, () => desk.control.patchDeal(id, wanted.data));
    }),
  );
  routes.post(
    "/acts/:act",
    atDesk(deps, (c, desk) => {
      const id = idIn(c);
      const found = DEAL_ACTS.find(({ key }) => key === c.req.param("act"));
      if (found === undefined) return desk.notFound("act");
      const options = { back: hrefIn(desk.company, `/deals/${id}`), key: found.key, explain };
      return act(c, options, () => found.run(desk.control, id));
    }),
  );
  return routes;
}

/** The board, a deal's page, and what is done on them. */
export function dealRoutes(deps: PipedrivePagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/",
    atDesk(deps, (c, desk) => showBoard(c, desk, deps)),
  );
  routes.post(
    "/deals",
    atDesk(deps, async (c, desk) => {
      const form = { name: "new-deal", schema: newDealSchema, typed: await readForm(c), explain };
      const problem = await submit(form, (input) => desk.control.createDeal(input));
      if (problem !== undefined) return showBoard(c, desk, deps, problem);
      const pipeline = queryOf(c).pipelineId;
      return done(c, hrefIn(desk.company, "/", { pipeline }), "deal-created");
    }),
  );
  routes.route("/deals/:id", oneDealRoutes(deps));
  return routes;
}
