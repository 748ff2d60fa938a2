import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "@/server/testing/conformance";
import { startBench } from "@/server/testing/engine-bench";
import type { Bench } from "@/server/testing/engine-bench";

let bench: Bench;
afterEach(() => bench.stop());

describe("the runs view", () => {
  it("tells what happened in a run, and when it goes on", async () => {
    let tries = 0;
    bench = await startBench((client) => [
      client.createFunction({ id: "walk", retries: 2, triggers: [{ event: "walk" }] }, async ({ step }) => {
        await step.run("try twice", () => {
          tries += 1;
          if (tries < 2) throw new TypeError("not yet");
          return "done";
        });
        await step.sleep("rest", "1h");
      }),
    ]);
    const { ids } = await bench.client.send({ name: "walk", data: { a: 1 } });
    await eventually("the sleep", async () => (await bench.onlyRun()).steps.length === 2);
    const run = await bench.onlyRun();
    expect(run).toMatchObject({
      functionId: "bench-walk",
      eventName: "walk",
      eventId: ids[0],
      status: "waiting",
      event: { name: "walk", data: { a: 1 } },
      endedAt: null,
      parentRunId: null,
    });
    expect(run.nextAt?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    expect(run.steps).toMatchObject([
      { name: "try twice", kind: "run", state: "done", value: "done" },
      { name: "rest", kind: "sleep", state: "pending" },
    ]);
    expect(run.failures).toMatchObject([{ attempt: 0, error: { name: "TypeError", message: "not yet" } }]);
    expect(run.failures[0]?.stepId).toBe(run.steps[0]?.id);
    expect(await bench.engine.getRun("01ARZ3NDEKTSV4RRFFQ69G5FAV")).toBeNull();
  });

  it("lists the newest first, by function, status and page", async () => {
    bench = await startBench((client) => [
      client.createFunction({ id: "good", triggers: [{ event: "any" }] }, () => "fine"),
      client.createFunction({ id: "bad", retries: 0, triggers: [{ event: "any" }] }, () => {
        throw new Error("no");
      }),
    ]);
    for (const no of [1, 2, 3]) await bench.client.send({ name: "any", data: { no } });
    await eventually(
      "all ends",
      async () => (await bench.engine.listRuns()).filter((run) => run.endedAt).length === 6,
    );
    const { engine } = bench;
    expect((await engine.listRuns({ functionId: "bench-good" })).map((run) => run.status)).toEqual(
      Array(3).fill("completed"),
    );
    expect((await engine.listRuns({ status: "failed" })).map((run) => run.functionId)).toEqual(
      Array(3).fill("bench-bad"),
    );
    const all = (await engine.listRuns()).map((run) => run.id);
    expect(all).toEqual(all.toSorted().toReversed());
    const page = await engine.listRuns({ limit: 2, beforeId: all[1] ?? "" });
    expect(page.map((run) => run.id)).toEqual(all.slice(2, 4));
  });
});

describe("cancelRun", () => {
  it("ends a run that waits, once, and does not count what a call still does", async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const done: string[] = [];
    bench = await startBench((client) => [
      client.createFunction({ id: "long", triggers: [{ event: "long" }] }, async ({ step }) => {
        await step.run("work", async () => {
          done.push("work");
          await held;
        });
        await step.run("more", () => {
          done.push("more");
        });
      }),
    ]);
    await bench.client.send({ name: "long" });
    await eventually("the step", () => done.length === 1);
    const { id, status } = await bench.onlyRun();
    expect(status).toBe("running");
    expect(await bench.engine.cancelRun(id, "Stopped by hand.")).toBe(true);
    expect(await bench.engine.cancelRun(id, "Again.")).toBe(false);
    letGo();
    await eventually("the end of the call", async () => (await bench.engine.health()).running === 0);
    expect(done).toEqual(["work"]);
    expect(await bench.onlyRun()).toMatchObject({
      status: "cancelled",
      error: { message: "Stopped by hand." },
    });
  });
});

describe("health", () => {
  it("tells what runs, what waits and for how long", async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const make: Parameters<typeof startBench>[0] = (client) => [
      client.createFunction({ id: "one", triggers: [{ event: "one" }] }, () => held),
    ];
    bench = await startBench(make, { concurrency: 1 });
    expect(await bench.engine.health()).toEqual({ ok: true, oldestPendingMs: null, running: 0, queued: 0 });
    await bench.client.send([{ name: "one" }, { name: "one" }, { name: "one" }]);
    await eventually("one call", async () => (await bench.engine.health()).running === 1);
    const health = await bench.engine.health();
    expect(health).toMatchObject({ ok: true, running: 1, queued: 2 });
    expect(health.oldestPendingMs).toBeGreaterThanOrEqual(0);
    letGo();
    await eventually("no work", async () => (await bench.engine.health()).queued === 0);
  });
});
