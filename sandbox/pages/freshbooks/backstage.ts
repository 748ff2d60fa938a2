import { Hono } from "hono";
import { html } from "hono/html";

import { DEFAULT_SWITCHES, switchesSchema } from "../../freshbooks/switches";
import type { NodeEnv } from "../../lib/fault-middleware";
import { readClock } from "../../lib/clock-move";
import { backstagePage } from "../backstage/backstage-page";
import { backstageRoutes } from "../backstage/backstage-routes";
import type { SwitchBoard } from "../backstage/switch-fields";
import type { Page } from "../frame/frame";
import { address } from "../parts/address";
import { act } from "../parts/answers";
import { actButton } from "../parts/form";
import { count } from "../parts/pager";
import { atDesk } from "./desk";
import type { FreshBooksPagesDeps } from "./desk";
import { explain } from "./explain";
import { FRESHBOOKS_FAULTS } from "./fault-presets";
import { TABS, hrefIn } from "./place";

const SAMPLE_SIZES = [10, 1000, 100_000];

function samplePart(hrefOf: (path: string) => string): Page {
  const buttons = SAMPLE_SIZES.map((size) =>
    actButton(hrefOf(`/backstage/sample/${size}`), `${count(size)} invoices`, {
      title: "Adds to what is there. The same data every time, in every state and many currencies.",
    }),
  );
  return html`<section class="panel stack" aria-labelledby="sample-title">
    <h2 id="sample-title">Load sample data</h2>
    <p class="hint">
      Believable clients, invoices and payments. Nobody is told of them; an app finds them when it looks.
    </p>
    <div class="row">${buttons}</div>
  </section>`;
}

/** The backstage of the FreshBooks stand-in. */
export function freshBooksBackstage(deps: FreshBooksPagesDeps): Hono<NodeEnv> {
  const board = (): SwitchBoard => ({
    schema: switchesSchema,
    values: deps.box.world.switches,
    defaults: DEFAULT_SWITCHES,
  });
  const routes = new Hono<NodeEnv>();
  routes.post(
    "/sample/:size",
    atDesk(deps, (c, { place, control, notFound }) => {
      const size = SAMPLE_SIZES.find((one) => String(one) === c.req.param("size"));
      if (size === undefined) return notFound("set of sample data");
      return act(c, { back: hrefIn(place, "/"), key: "sample-loaded", explain }, () =>
        control.loadSample({ invoices: size }),
      );
    }),
  );
  routes.route(
    "/",
    backstageRoutes({
      control: deps.control,
      board,
      setSwitches: (patch) => deps.control.setSwitches(patch),
      presets: FRESHBOOKS_FAULTS,
      explain,
      hrefOf: (c) => address("/backstage", { account: c.req.query("account") }),
      draw: (c, problem) =>
        atDesk(deps, (_c, { world, place, show }) => {
          const hrefOf = (path: string): string => hrefIn(place, path);
          const main = backstagePage({
            vendor: "FreshBooks",
            clock: readClock(world.clock),
            faults: world.faults.list(),
            presets: FRESHBOOKS_FAULTS,
            board: board(),
            extra: samplePart(hrefOf),
            hrefOf,
            problem,
          });
          return show({ title: "Backstage", tab: TABS.backstage, main }, problem === undefined ? 200 : 422);
        })(c),
    }),
  );
  return routes;
}
