import { Hono } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import { act } from "../parts/answers";
import { idIn } from "../parts/read-query";
import { appsPage } from "./apps-page";
import { callsPage } from "./calls-page";
import { atDesk } from "./desk";
import type { PipedrivePagesDeps } from "./desk";
import { explain } from "./explain";
import { TABS, hrefIn } from "./place";
import { readCalls } from "./read-calls";

/** Who calls the API and may do so: the log, the budget, the installed apps. */
export function appRoutes(deps: PipedrivePagesDeps): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(
    "/calls",
    atDesk(deps, (_c, { world, company, show }) =>
      show({ title: "API calls", tab: TABS.calls, main: callsPage(readCalls(world, company)) }),
    ),
  );
  routes.get(
    "/apps",
    atDesk(deps, (_c, { world, company, show }) =>
      show({ title: "Apps", tab: TABS.apps, main: appsPage(world, company) }),
    ),
  );
  routes.post(
    "/apps/:id/uninstall",
    atDesk(deps, (c, { company, control }) =>
      act(c, { back: hrefIn(company, "/apps"), key: "uninstalled", explain }, () =>
        control.uninstall(idIn(c)),
      ),
    ),
  );
  routes.post(
    "/apps/:id/deactivate",
    atDesk(deps, (c, { company, control }) =>
      act(c, { back: hrefIn(company, "/apps"), key: "deactivated", explain }, () => {
        control.deactivateUser(idIn(c));
      }),
    ),
  );
  return routes;
}
