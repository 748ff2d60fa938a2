import { Hono } from "hono";

import { clockMoveSchema } from "./clock-move";
import type { NodeEnv } from "./fault-middleware";
import { faultSchema } from "./faults";
import { parseControlInput } from "./http-error";
import type { StageControl } from "./maker-control";
import { readJson } from "./read-body";

/** What both stand-ins let a test do. */
interface MakerControl extends StageControl {
  state(): object;
  reset(): void;
}

/** Health, state, reset, faults and clock: the control calls that both stand-ins share. */
export function makerRoutes(control: MakerControl): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/health", (c) => c.json({ ok: true }));
  routes.get("/state", (c) => c.json(control.state()));
  routes.post("/reset", (c) => {
    control.reset();
    return c.json({ ok: true });
  });
  routes.get("/faults", (c) => c.json({ faults: control.listFaults() }));
  routes.post("/faults", async (c) => {
    const fault = parseControlInput(faultSchema, await readJson(c.req));
    return c.json({ fault: control.addFault(fault) });
  });
  routes.delete("/faults", (c) => {
    control.clearFaults();
    return c.json({ ok: true });
  });
  routes.get("/clock", (c) => c.json(control.readClock()));
  routes.post("/clock", async (c) => {
    return c.json(control.moveClock(parseControlInput(clockMoveSchema, await readJson(c.req))));
  });
  return routes;
}
