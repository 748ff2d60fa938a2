import { Hono } from "hono";
import { z } from "zod";

import type { NodeEnv } from "./fault-middleware";
import { faultSchema } from "./faults";
import type { Fault, FaultInput, FaultState } from "./faults";
import { parseControlInput } from "./http-error";
import { readJson } from "./read-body";

/** What both stand-ins let a test do. */
export interface MakerControl {
  state(): object;
  reset(): void;
  addFault(fault: FaultInput): Fault;
  listFaults(): FaultState[];
  clearFaults(): void;
  advanceClock(ms: number): void;
}

const clockSchema = z.strictObject({ advanceMs: z.number() });

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
  routes.post("/clock", async (c) => {
    control.advanceClock(parseControlInput(clockSchema, await readJson(c.req)).advanceMs);
    return c.json({ ok: true });
  });
  return routes;
}
