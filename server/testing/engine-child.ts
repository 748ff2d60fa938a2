import { randomUUID } from "node:crypto";
import { Inngest } from "inngest";
import pg from "pg";
import { z } from "zod";
import { startEngine } from "@/server/engine/start-engine";
import { embeddedClientOptions } from "@/server/lib/engine-port";
import { createLogger } from "@/server/lib/log";

/** How a child process with an engine of its own is to behave. */
export const childOrderSchema = z.object({
  url: z.string(),
  /** Name of this process in the effects. */
  name: z.string(),
  /** Keys of the walks to start, each by an event. */
  walks: z.array(z.string()),
  /** Dies by SIGKILL before the engine's n-th statement after the walks were sent. */
  dieAtStatement: z.number().nullable(),
  /** Whether the step `hold` ends in this process. */
  letsGo: z.boolean(),
});

/** See `childOrderSchema`. */
export type ChildOrder = z.output<typeof childOrderSchema>;

const dataSchema = z.object({ key: z.string() });
const order = childOrderSchema.parse(JSON.parse(process.argv[2] ?? "null"));
const effects = new pg.Pool({ connectionString: order.url, max: 4 });
const ignore = (): void => undefined;
const quiet = { info: ignore, warn: ignore, error: ignore, debug: ignore };
const client = new Inngest({ id: "crash", logger: quiet, ...embeddedClientOptions() });

/** Does what a step does to the world: a row that tells who did it, with a token that becomes the step's result. */
async function effect(key: string, step: string): Promise<string> {
  const token = randomUUID();
  await effects.query("INSERT INTO effect (key, step, token, process) VALUES ($1, $2, $3, $4)", [
    key,
    step,
    token,
    order.name,
  ]);
  return token;
}

const helper = client.createFunction(
  { id: "helper", triggers: [{ event: "crash/help" }] },
  async ({ event, step }) => {
    const { key } = dataSchema.parse(event.data);
    return step.run("helped", () => effect(key, "helped"));
  },
);

const told = client.createFunction(
  { id: "told", triggers: [{ event: "crash/told" }] },
  async ({ event, step }) => {
    const { key } = dataSchema.parse(event.data);
    await step.run("told", () => effect(key, "told"));
  },
);

const walk = client.createFunction(
  { id: "walk", triggers: [{ event: "crash/walk" }] },
  async ({ event, step }) => {
    const { key } = dataSchema.parse(event.data);
    const first = await step.run("first", () => effect(key, "first"));
    await step.sendEvent("tell", { name: "crash/told", data: { key } });
    const second = await step.run("second", () => effect(key, "second"));
    const [left, right] = await Promise.all([
      step.run("left", () => effect(key, "left")),
      step.run("right", () => effect(key, "right")),
    ]);
    const help = await step.invoke("help", { function: helper, data: { key } });
    await step.sleep("pause", 1_000);
    const last = await step.run("last", () => effect(key, "last"));
    return { first, second, left, right, helped: help, last };
  },
);

const hold = client.createFunction(
  { id: "hold", triggers: [{ event: "crash/hold" }] },
  async ({ event, step }) => {
    const { key } = dataSchema.parse(event.data);
    await step.run("before", () => effect(key, "before"));
    await step.run("hold", async () => {
      await effect(key, "hold");
      if (!order.letsGo) await new Promise(() => undefined);
    });
    await step.run("after", () => effect(key, "after"));
  },
);

let counting = false;
let statements = 0;

function countStatement(): void {
  if (!counting) return;
  statements += 1;
  if (statements === order.dieAtStatement) process.kill(process.pid, "SIGKILL");
}

const engine = await startEngine({
  client,
  functions: [walk, told, helper, hold],
  databaseUrl: order.url,
  log: createLogger("silent"),
  retryDelaysMs: [50],
  beatMs: 200,
  beforeStatement: countStatement,
});

process.on("message", (message) => {
  const asked = z.enum(["stop", "hold"]).parse(message);
  if (asked === "hold") {
    void client.send({ name: "crash/hold", data: { key: "hold" } });
    return;
  }
  void engine.stop({ graceMs: 200 }).then(async () => {
    await effects.end();
    process.exit(0);
  });
});

if (order.walks.length > 0) {
  await client.send(order.walks.map((key) => ({ name: "crash/walk", data: { key } })));
}
counting = true;
process.send?.("ready");
