import { Hono } from "hono";
import type { Context } from "hono";
import type { z } from "zod";

import type { NodeEnv } from "../../lib/fault-middleware";
import type { StageControl } from "../../lib/maker-control";
import { act, done, readForm, submit } from "../parts/answers";
import type { Explain } from "../parts/answers";
import type { FormProblem } from "../parts/form";
import { CLOCK_MOVES } from "./clock-part";
import { FAULT_FORM, faultFormSchema } from "./fault-part";
import type { FaultPreset } from "./fault-part";
import { SWITCH_FORM, switchFormSchema } from "./switch-fields";
import type { SwitchBoard } from "./switch-fields";

/** What the backstage of a stand-in acts on. */
export interface BackstagePort {
  readonly control: StageControl & { reset(): void };
  readonly board: () => SwitchBoard;
  readonly setSwitches: (patch: z.output<SwitchBoard["schema"]>) => unknown;
  readonly presets: readonly FaultPreset[];
  readonly explain: Explain;
  /** Address of the backstage, in the company or account that the call is about. */
  readonly hrefOf: (c: Context) => string;
  /** Draws the backstage; with a problem, as the answer to the form it is about. */
  readonly draw: (c: Context<NodeEnv>, problem?: FormProblem) => Response | Promise<Response>;
}

function faultRoutes(port: BackstagePort): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.post("/", async (c) => {
    const typed = await readForm(c);
    const form = { name: FAULT_FORM, schema: faultFormSchema, typed, explain: port.explain };
    const problem = await submit(form, (fault) => port.control.addFault(fault));
    return problem === undefined ? done(c, port.hrefOf(c), "fault-added") : port.draw(c, problem);
  });
  routes.post("/clear", (c) => {
    port.control.clearFaults();
    return done(c, port.hrefOf(c), "faults-cleared");
  });
  routes.post("/:key", (c) => {
    const preset = port.presets.find(({ key }) => key === c.req.param("key"));
    if (preset === undefined) return c.notFound();
    port.control.addFault(preset.fault);
    return done(c, port.hrefOf(c), "fault-added");
  });
  return routes;
}

/** The backstage of a stand-in and what its buttons do, to be mounted at `/backstage`. */
export function backstageRoutes(port: BackstagePort): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/", (c) => port.draw(c));
  routes.route("/faults", faultRoutes(port));
  routes.post("/clock/:move", async (c) => {
    const found = CLOCK_MOVES.get(c.req.param("move"));
    if (found === undefined) return c.notFound();
    const options = { back: port.hrefOf(c), key: "clock-moved", explain: port.explain };
    return act(c, options, () => port.control.moveClock(found.move));
  });
  routes.post("/switches", async (c) => {
    const schema = switchFormSchema(port.board());
    const form = { name: SWITCH_FORM, schema, typed: await readForm(c), explain: port.explain };
    const problem = await submit(form, (patch) => port.setSwitches(patch));
    return problem === undefined ? done(c, port.hrefOf(c), "switches-set") : port.draw(c, problem);
  });
  routes.post("/reset", (c) => {
    port.control.reset();
    return done(c, "/", "reset");
  });
  return routes;
}
