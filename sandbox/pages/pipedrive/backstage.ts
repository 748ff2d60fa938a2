import type { Hono } from "hono";
import { html } from "hono/html";

import { readClock } from "../../lib/clock-move";
import type { NodeEnv } from "../../lib/fault-middleware";
import { DEFAULT_SWITCHES, switchesSchema } from "../../pipedrive/switches";
import { backstagePage } from "../backstage/backstage-page";
import { backstageRoutes } from "../backstage/backstage-routes";
import type { SwitchBoard } from "../backstage/switch-fields";
import { address } from "../parts/address";
import { atDesk } from "./desk";
import type { PipedrivePagesDeps } from "./desk";
import { explain } from "./explain";
import { PIPEDRIVE_FAULTS } from "./fault-presets";
import { TABS, hrefIn } from "./place";

/** The backstage of the Pipedrive stand-in. */
export function pipedriveBackstage(deps: PipedrivePagesDeps): Hono<NodeEnv> {
  const board = (): SwitchBoard => ({
    schema: switchesSchema,
    values: deps.box.world.switches,
    defaults: DEFAULT_SWITCHES,
  });
  return backstageRoutes({
    control: deps.control,
    board,
    setSwitches: (patch) => deps.control.setSwitches(patch),
    presets: PIPEDRIVE_FAULTS,
    explain,
    hrefOf: (c) => address("/backstage", { company: c.req.query("company") }),
    draw: (c, problem) =>
      atDesk(deps, (_c, { world, company, show }) => {
        const main = backstagePage({
          vendor: "Pipedrive",
          clock: readClock(world.clock),
          faults: world.faults.list(),
          presets: PIPEDRIVE_FAULTS,
          board: board(),
          extra: html``,
          hrefOf: (path) => hrefIn(company, path),
          problem,
        });
        return show({ title: "Backstage", tab: TABS.backstage, main }, problem === undefined ? 200 : 422);
      })(c),
  });
}
