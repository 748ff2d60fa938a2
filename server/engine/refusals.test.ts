import { Inngest } from "inngest";
import type { InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { createLogger } from "@/server/lib/log";
import { UnsupportedFunctionError } from "./errors";
import { startEngine } from "./start-engine";

const client = new Inngest({
  id: "shop",
  isDev: false,
  eventKey: "k",
  signingKey: `signkey-test-${"0".repeat(64)}`,
});

/** Nothing listens there: a function is refused before the database is asked for anything. */
const nowhere = "postgresql://127.0.0.1:1/none";

type Config = Parameters<typeof client.createFunction>[0];

function make(
  config: Omit<Config, "id" | "triggers"> & Partial<Pick<Config, "triggers">>,
): InngestFunction.Like {
  return client.createFunction(
    { id: "settle", triggers: [{ event: "shop/paid" }], ...config },
    () => undefined,
  );
}

const refused: [feature: string, fn: InngestFunction.Like][] = [
  ["batchEvents", make({ batchEvents: { maxSize: 5, timeout: "5s" } })],
  ["rateLimit", make({ rateLimit: { limit: 1, period: "1m" } })],
  ["singleton", make({ singleton: { mode: "skip" } })],
  ["timeouts", make({ timeouts: { finish: "1h" } })],
  ["concurrency scope", make({ concurrency: { limit: 1, scope: "account", key: "event.data.ws" } })],
  ["concurrency scope", make({ concurrency: { limit: 1, scope: "env", key: "event.data.ws" } })],
  ["cron", make({ triggers: [{ cron: "0 25 * * *" }] })],
  ["cron", make({ triggers: [{ cron: "TZ=Mars/Olympus 0 6 * * *" }] })],
  ["wildcard trigger", make({ triggers: [{ event: "shop/*" }] })],
  ["trigger condition", make({ triggers: [{ event: "shop/paid", if: "event.data.ok ==" }] })],
  ["trigger condition", make({ triggers: [{ event: "shop/paid", if: "async.data.ok" }] })],
  ["concurrency key", make({ concurrency: { limit: 1, key: "evnt.data.ws" } })],
  ["throttle key", make({ throttle: { limit: 1, period: "1s", key: "event.data." } })],
  ["debounce key", make({ debounce: { period: "1s", key: "nobody(event)" } })],
  ["idempotency", make({ idempotency: "event.data.id +" })],
  ["priority", make({ priority: { run: "?" } })],
  ["cancelOn condition", make({ cancelOn: [{ event: "shop/stop", if: "event.data.id = async.data.id" }] })],
  ["cancelOn", make({ cancelOn: [{ event: "shop/*" }] })],
];

describe("startEngine", () => {
  it.each(refused)("refuses %s, naming the function", async (feature, fn) => {
    const log = createLogger("silent");
    const start = startEngine({ client, functions: [fn], databaseUrl: nowhere, log });
    await expect(start).rejects.toThrow(UnsupportedFunctionError);
    await expect(start).rejects.toMatchObject({ functionId: "shop-settle", feature });
    await expect(start).rejects.toThrow(/"shop-settle"/);
  });
});
