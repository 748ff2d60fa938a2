import { Hono } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import type { PipedriveWorld } from "../../pipedrive/world";
import { assetRoutes } from "../frame/assets";
import { ownFormsOnly } from "../frame/own-forms";
import { LiveHub } from "../live/live-hub";
import { liveRoutes } from "../live/live-routes";
import { appRoutes } from "./app-routes";
import { pipedriveBackstage } from "./backstage";
import { dealRoutes } from "./deal-routes";
import type { PipedrivePagesDeps } from "./desk";
import { organizationRoutes } from "./organization-routes";

// What no call brings: deliveries, verbs used in code, the clock, a reset.
function markOf(world: PipedriveWorld): string {
  const companies = [...world.companies.values()].map(({ deals, organizations, budget, hooks }) => {
    const [lastDeal] = deals.ordered("update_time", "desc");
    const [lastOrganization] = organizations.ordered("update_time", "desc");
    return [
      deals.living,
      lastDeal?.updateMs,
      lastOrganization?.updateMs,
      budget.used(),
      hooks.log.at(-1)?.at,
    ].join("/");
  });
  const { clock } = world;
  const minute = Math.floor(clock.nowMs() / 60_000);
  return [world.seed, companies, world.requests.length, clock.isFrozen, minute].join(" ");
}

/** The pages of the Pipedrive stand-in, and the hub that tells open ones of changes. */
export interface PipedrivePages {
  readonly routes: Hono<NodeEnv>;
  readonly live: LiveHub;
}

/**
 * The web application in which one looks at the board and acts as a user of the company. It is mounted before
 * everything else: faults spoil the API, not the page on which one sets them.
 */
export function pipedrivePages(deps: PipedrivePagesDeps): PipedrivePages {
  const live = new LiveHub(() => markOf(deps.box.world));
  const routes = new Hono<NodeEnv>();
  routes.route("/", liveRoutes(live));
  routes.route("/", assetRoutes());
  for (const path of [
    "/deals/*",
    "/deals",
    "/organizations/*",
    "/organizations",
    "/apps/*",
    "/backstage/*",
  ]) {
    routes.use(path, ownFormsOnly("Pipedrive"));
  }
  routes.route("/", dealRoutes(deps));
  routes.route("/organizations", organizationRoutes(deps));
  routes.route("/", appRoutes(deps));
  routes.route("/backstage", pipedriveBackstage(deps));
  return { routes, live };
}
