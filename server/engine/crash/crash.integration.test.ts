import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "@/server/testing/conformance";
import { createTestDatabase } from "@/server/testing/database";
import type { TestDatabase } from "@/server/testing/database";
import { startEngineProcess } from "@/server/testing/engine-process";
import type { EngineProcess } from "@/server/testing/engine-process";

type Effect = { key: string; step: string; token: string; process: string };
type StoredStep = { key: string; step: string; token: string };
type Walk = { key: string; output: Record<string, string> };

// Each test starts processes, which takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let observer: pg.Client;
let processes: EngineProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  observer = new pg.Client({ connectionString: database.url });
  await observer.connect();
  await observer.query("CREATE TABLE effect (key text, step text, token text, process text)");
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  await observer.end();
  await database.drop();
});

async function start(
  name: string,
  rest: { walks?: string[]; dieAtStatement?: number; letsGo?: boolean } = {},
): Promise<EngineProcess> {
  const { walks = [], dieAtStatement = null, letsGo = true } = rest;
  const started = await startEngineProcess({ url: database.url, name, walks, dieAtStatement, letsGo });
  processes.push(started);
  return started;
}

async function effects(): Promise<Effect[]> {
  const { rows } = await observer.query<Effect>("SELECT key, step, token, process FROM effect");
  return rows;
}

/** The results that the engine has stored: steps that are finished for good. */
async function storedSteps(): Promise<StoredStep[]> {
  const { rows } = await observer.query<StoredStep>(
    `SELECT e.body->'data'->>'key' AS key, s.name AS step, s.value #>> '{}' AS token
     FROM engine.step s JOIN engine.run r ON r.id = s.run_id JOIN engine.event e ON e.id = r.event_id
     WHERE s.kind = 'run' AND s.state = 'done' AND s.name <> 'tell'`,
  );
  return rows;
}

async function endedWalks(): Promise<Walk[]> {
  const { rows } = await observer.query<Walk>(
    `SELECT e.body->'data'->>'key' AS key, r.output FROM engine.run r JOIN engine.event e ON e.id = r.event_id
     WHERE r.function_id = 'crash-walk' AND r.status = 'completed'`,
  );
  return rows;
}

async function openRuns(): Promise<number> {
  const { rows } = await observer.query<{ count: number }>(
    "SELECT count(*)::integer AS count FROM engine.run WHERE status = 'active'",
  );
  return rows[0]?.count ?? 0;
}

const keys = ["w1", "w2", "w3", "w4"];
const steps = ["first", "second", "left", "right", "helped", "last", "told"];

/** Lets another process end what the dead one began, and holds the outcome against what was stored at its death. */
async function expectNothingLostOrRepeated(): Promise<void> {
  const atDeath = await storedSteps();
  await start("second");
  await eventually("the end of all walks", async () => (await endedWalks()).length === keys.length);
  await eventually("the end of all runs", async () => (await openRuns()) === 0);

  const done = await effects();
  const countOf = (key: string, step: string): number =>
    done.filter((effect) => effect.key === key && effect.step === step).length;
  for (const { key, step, token } of atDeath) {
    expect(done.filter((one) => one.key === key && one.step === step && one.process === "second")).toEqual(
      [],
    );
    expect(done.some((one) => one.token === token)).toBe(true);
  }
  const finished = await storedSteps();
  for (const key of keys) {
    for (const step of steps) {
      expect(countOf(key, step)).toBeGreaterThanOrEqual(1);
      expect(finished.filter((one) => one.key === key && one.step === step)).toHaveLength(1);
    }
  }
  for (const { key, output } of await endedWalks()) {
    for (const [step, token] of Object.entries(output)) {
      expect(finished).toContainEqual({ key, step, token });
    }
  }
}

describe("a process that dies", () => {
  // Between any two statements: the numbers are spread over the walk's life, BEGIN and COMMIT included.
  it.each([1, 4, 15, 47])(
    "before statement %i loses and repeats no finished step",
    async (dieAtStatement) => {
      const first = await start("first", { walks: keys, dieAtStatement });
      await first.ended;
      await expectNothingLostOrRepeated();
    },
  );

  it.each([90, 1_150])("at any moment (after %i ms) loses and repeats no finished step", async (afterMs) => {
    const first = await start("first", { walks: keys });
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await first.kill();
    await expectNothingLostOrRepeated();
  });

  it("is replaced within seconds by another that is running", async () => {
    const first = await start("first", { letsGo: false });
    first.say("hold");
    await eventually("the step in the first process", async () =>
      (await effects()).some((one) => one.step === "hold"),
    );
    await start("second");
    const diedAt = Date.now();
    await first.kill();
    await eventually("the end in the second process", async () =>
      (await effects()).some((one) => one.step === "after"),
    );
    expect(Date.now() - diedAt).toBeLessThan(3_000);
    const order = (await effects()).map((one) => `${one.step} ${one.process}`);
    expect(order).toEqual(["before first", "hold first", "hold second", "after second"]);
  });
});

describe("a process that is stopped", () => {
  it("hands back what it cannot end in time", async () => {
    const first = await start("first", { letsGo: false });
    first.say("hold");
    await eventually("the step in the first process", async () =>
      (await effects()).some((one) => one.step === "hold"),
    );
    await start("second");
    first.say("stop");
    await first.ended;
    await eventually("the end in the second process", async () =>
      (await effects()).some((one) => one.step === "after"),
    );
    const order = (await effects()).map((one) => `${one.step} ${one.process}`);
    expect(order).toEqual(["before first", "hold first", "hold second", "after second"]);
  });
});

describe("two processes", () => {
  it("share the work, and each step is done by one of them", async () => {
    const many = Array.from({ length: 30 }, (_, index) => `m${index}`);
    await start("first");
    await start("second", { walks: many });
    await eventually("the end of all walks", async () => (await endedWalks()).length === many.length);
    await eventually("the end of all runs", async () => (await openRuns()) === 0);
    const done = await effects();
    expect(done).toHaveLength(many.length * steps.length);
    expect(new Set(done.map((one) => `${one.key} ${one.step}`)).size).toBe(done.length);
    expect(new Set(done.map((one) => one.process)).size).toBeGreaterThan(1);
  });
});
