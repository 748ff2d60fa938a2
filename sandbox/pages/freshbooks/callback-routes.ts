import { Hono } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import { act } from "../parts/answers";
import { idIn } from "../parts/read-query";
import { callbacksPage } from "./callbacks-page";
import { atDesk } from "./desk";
import type { FreshBooksPagesDeps } from "./desk";
import { explain } from "./explain";
import { TABS, hrefIn } from "./place";
import { readCallbacks, readDeliveries } from "./read-callbacks";

/** The callbacks of the books and their deliveries. */
export function callbackRoutes(deps: FreshBooksPagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/callbacks",
    atDesk(deps, (_c, { world, place, show }) => {
      const callbacks = readCallbacks(world, place.accountId);
      const main = callbacksPage(place, callbacks, readDeliveries(world, place.accountId));
      return show({ title: "Callbacks", tab: TABS.callbacks, main });
    }),
  );
  routes.post(
    "/callbacks/:id/delete",
    atDesk(deps, (c, { place, control }) => {
      const options = { back: hrefIn(place, "/callbacks"), key: "callback-deleted", explain };
      return act(c, options, () => {
        control.deleteCallback(idIn(c));
      });
    }),
  );
  return routes;
}
