import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startEngine } from "@/server/engine/start-engine";
import type { Engine } from "@/server/engine/start-engine";
import { createLogger } from "@/server/lib/log";
import { eventually } from "@/server/testing/conformance";
import { createBenchClient } from "@/server/testing/engine-bench";
import { createTestDatabase } from "@/server/testing/database";
import type { TestDatabase } from "@/server/testing/database";

const tickSchema = z.object({ cron: z.string(), scheduledAt: z.string() });

let database: TestDatabase | undefined;
let engines: Engine[] = [];
let now = new Date("2026-11-23T10:15:00Z");
let ticks: string[] = [];

async function start(cron: string): Promise<void> {
  database ??= await createTestDatabase();
  const client = createBenchClient();
  const fn = client.createFunction({ id: "hourly", triggers: [{ cron }] }, ({ event }) => {
    ticks.push(tickSchema.parse(event.data).scheduledAt);
  });
  engines.push(
    await startEngine({
      client,
      functions: [fn],
      databaseUrl: database.url,
      log: createLogger("silent"),
      clock: { now: () => now },
      pollMs: 20,
    }),
  );
}

async function allLooked(): Promise<void> {
  for (const engine of engines) {
    await eventually("an idle engine", async () => {
      const { queued, running } = await engine.health();
      return queued === 0 && running === 0;
    });
  }
}

async function stopAll(): Promise<void> {
  for (const engine of engines) await engine.stop();
  engines = [];
}

afterEach(async () => {
  await stopAll();
  await database?.drop();
  database = undefined;
  ticks = [];
  now = new Date("2026-11-23T10:15:00Z");
});

describe("cron triggers", () => {
  it("start their function once per tick, however many processes there are", async () => {
    await start("0 * * * *");
    await start("0 * * * *");
    await start("0 * * * *");
    for (const hour of ["11", "12", "13"]) {
      now = new Date(`2026-11-23T${hour}:00:00Z`);
      await eventually(`the tick of ${hour}:00`, () => ticks.includes(now.toISOString()));
    }
    await allLooked();
    expect(ticks).toEqual([
      "2026-11-23T11:00:00.000Z",
      "2026-11-23T12:00:00.000Z",
      "2026-11-23T13:00:00.000Z",
    ]);
  });

  it("run the last tick that was missed, and skip those before it", async () => {
    await start("0 * * * *");
    await stopAll();
    now = new Date("2026-11-24T09:30:00Z");
    await start("0 * * * *");
    await eventually("the missed tick", () => ticks.length > 0);
    now = new Date("2026-11-24T10:00:00Z");
    await eventually("the next tick", () => ticks.length > 1);
    expect(ticks).toEqual(["2026-11-24T09:00:00.000Z", "2026-11-24T10:00:00.000Z"]);
  });

  it("drop the ticks of a schedule that was changed", async () => {
    await start("0 * * * *");
    await stopAll();
    await start("TZ=Asia/Kolkata 0 18 * * *");
    now = new Date("2026-11-23T12:30:00Z");
    await eventually("the tick at 18:00 in Kolkata", () => ticks.length > 0);
    await allLooked();
    expect(ticks).toEqual(["2026-11-23T12:30:00.000Z"]);
  });
});
