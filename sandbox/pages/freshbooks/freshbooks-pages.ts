import { Hono } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import type { FreshBooksWorld } from "../../freshbooks/world";
import { assetRoutes } from "../frame/assets";
import { ownFormsOnly } from "../frame/own-forms";
import { LiveHub } from "../live/live-hub";
import { liveRoutes } from "../live/live-routes";
import { freshBooksBackstage } from "./backstage";
import { callbackRoutes } from "./callback-routes";
import { clientRoutes } from "./client-routes";
import type { FreshBooksPagesDeps } from "./desk";
import { invoiceRoutes } from "./invoice-routes";

// What no call brings: deliveries and their outcome, verbs used in code, the clock, a reset.
function markOf(world: FreshBooksWorld): string {
  const last = world.courier.log.at(-1);
  const revisions = [...world.ledgers.values()].map(
    ({ revision, callbacks }) => `${revision}/${callbacks.size}`,
  );
  const { clock } = world;
  return [
    world.app.clientId,
    world.courier.log.length,
    last?.at,
    last?.status,
    revisions,
    world.requests.length,
    clock.isFrozen,
    Math.floor(clock.nowMs() / 60_000),
  ].join(" ");
}

/** The pages of the FreshBooks stand-in, and the hub that tells open ones of changes. */
export interface FreshBooksPages {
  readonly routes: Hono<NodeEnv>;
  readonly live: LiveHub;
}

/**
 * The web application in which one acts as the owner of the books. It is mounted before everything else: faults spoil
 * the API, not the page on which one sets them.
 */
export function freshBooksPages(deps: FreshBooksPagesDeps): FreshBooksPages {
  const live = new LiveHub(() => markOf(deps.box.world));
  const routes = new Hono<NodeEnv>();
  routes.route("/", liveRoutes(live));
  routes.route("/", assetRoutes());
  for (const path of ["/invoices/*", "/invoices", "/clients/*", "/clients", "/callbacks/*", "/backstage/*"]) {
    routes.use(path, ownFormsOnly("FreshBooks"));
  }
  routes.route("/", invoiceRoutes(deps));
  routes.route("/", clientRoutes(deps));
  routes.route("/", callbackRoutes(deps));
  routes.route("/backstage", freshBooksBackstage(deps));
  return { routes, live };
}
