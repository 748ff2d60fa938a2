import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "@/server/testing/conformance";
import { startBench } from "@/server/testing/engine-bench";
import type { Bench } from "@/server/testing/engine-bench";

let bench: Bench;
afterEach(() => bench.stop());

const never = new Promise<never>(() => undefined);

describe("a call that never answers", () => {
  it("counts as a failed attempt when its time is over, and fails the run at last", async () => {
    let calls = 0;
    const make: Parameters<typeof startBench>[0] = (client) => [
      client.createFunction({ id: "stuck", retries: 1, triggers: [{ event: "stuck" }] }, async () => {
        calls += 1;
        await never;
      }),
    ];
    bench = await startBench(make, { callTimeoutMs: 200 });
    await bench.client.send({ name: "stuck" });
    await eventually("the end of the run", async () => (await bench.onlyRun()).status === "failed");
    const run = await bench.onlyRun();
    expect(calls).toBe(2);
    expect(run.error).toMatchObject({ name: "CallTimeoutError" });
    expect(run.failures.map((failure) => [failure.attempt, failure.error.name])).toEqual([
      [0, "CallTimeoutError"],
      [1, "CallTimeoutError"],
    ]);
  });
});

describe("a job that was given to another", () => {
  it("drops the answer of the call that held it before", async () => {
    let letGo: (value: string) => void = () => undefined;
    const results: Promise<string>[] = [
      new Promise((resolve) => {
        letGo = resolve;
      }),
      Promise.resolve("second"),
    ];
    let calls = 0;
    bench = await startBench((client) => [
      client.createFunction({ id: "slow", triggers: [{ event: "slow" }] }, async ({ step }) => {
        const result = await step.run("work", async () => (await results[calls++]) ?? "none");
        return step.run("tell", () => `told ${result}`);
      }),
    ]);
    await bench.client.send({ name: "slow" });
    await eventually("the first call", () => calls === 1);
    await bench.sql(
      "UPDATE engine.job SET state = 'ready', generation = generation + 1, leased_by = NULL, leased_at = NULL",
    );
    await bench.client.send({ name: "nobody-listens" });
    await eventually("the end of the run", async () => (await bench.onlyRun()).status === "completed");
    letGo("first");
    await eventually("the end of the first call", async () => (await bench.engine.health()).running === 0);
    const run = await bench.onlyRun();
    expect(run.output).toBe("told second");
    expect(run.steps.map((step) => step.value)).toEqual(["second", "told second"]);
  });

  it("is failed when its processes died too often", async () => {
    let calls = 0;
    bench = await startBench((client) => [
      client.createFunction({ id: "deadly", triggers: [{ event: "deadly" }] }, () => {
        calls += 1;
      }),
    ]);
    await bench.client.send({ name: "deadly", ts: Date.now() + 60_000 });
    await bench.sql("UPDATE engine.job SET lost = 10, state = 'ready', due_at = now()");
    await bench.client.send({ name: "nobody-listens" });
    await eventually("the end of the run", async () => (await bench.onlyRun()).status === "failed");
    expect((await bench.onlyRun()).error).toMatchObject({ name: "LostLeaseError" });
    expect(calls).toBe(0);
  });
});

describe("an engine that was given up for dead", () => {
  it("registers again and goes on", async () => {
    // A call whose answer found no database is made again: what counts is that none is missing, and each run ends once.
    const seen = new Set<unknown>();
    const make: Parameters<typeof startBench>[0] = (client) => [
      client.createFunction({ id: "note", triggers: [{ event: "note" }] }, ({ event }) => {
        const no: unknown = event.data["no"];
        seen.add(no);
        return no;
      }),
    ];
    const completed = async (): Promise<unknown[]> =>
      (await bench.sql("SELECT output FROM engine.run WHERE status = 'completed'")).map(
        (row) => row["output"],
      );
    bench = await startBench(make, { beatMs: 50 });
    await bench.sql("DELETE FROM engine.process");
    await bench.client.send({ name: "note", data: { no: 1 } });
    await eventually("the first run", () => seen.has(1));
    await bench.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
    );
    await eventually("the engine's return", async () => (await bench.engine.health()).ok);
    await bench.client.send({ name: "note", data: { no: 2 } });
    await eventually("both ends", async () => (await completed()).length === 2);
    expect(seen).toEqual(new Set([1, 2]));
  });
});

describe("a job of a process that nobody knows any more", () => {
  it("is set free, as when it was taken by one that was given up for dead in that moment", async () => {
    const seen: unknown[] = [];
    const make: Parameters<typeof startBench>[0] = (client) => [
      client.createFunction({ id: "note", triggers: [{ event: "note" }] }, ({ event }) => {
        seen.push(event.data);
      }),
    ];
    bench = await startBench(make, { beatMs: 50 });
    await bench.client.send({ name: "note", data: { no: 1 }, ts: Date.now() + 3_600_000 });
    await bench.sql(
      "UPDATE engine.job SET state = 'leased', due_at = now(), leased_by = 987654321, leased_at = now()",
    );
    await eventually("the run", () => seen.length === 1);
    expect(seen).toEqual([{ no: 1 }]);
  });
});

describe("work that nobody told of", () => {
  it("is found by looking now and then", async () => {
    const seen: unknown[] = [];
    const make: Parameters<typeof startBench>[0] = (client) => [
      client.createFunction({ id: "note", triggers: [{ event: "note" }] }, ({ event }) => {
        seen.push(event.data);
      }),
    ];
    bench = await startBench(make, { pollMs: 100 });
    await bench.client.send({ name: "note", data: { no: 1 }, ts: Date.now() + 3_600_000 });
    await bench.sql("UPDATE engine.job SET due_at = now()");
    await eventually("the run", () => seen.length === 1);
    expect(seen).toEqual([{ no: 1 }]);
  });
});

describe("values and operations at the edge", () => {
  it("keeps text that PostgreSQL's own types refuse", async () => {
    const odd = "\u0000 and a lone \ud800";
    bench = await startBench((client) => [
      client.createFunction(
        { id: "odd", retries: 0, triggers: [{ event: "odd" }] },
        async ({ event, step }) => {
          await step.run(`named ${odd}`, () => odd);
          await step.sleep("pause", "1s");
          return [event.data, await step.run("again", () => odd)];
        },
      ),
    ]);
    await bench.client.send({ name: "odd", data: { odd } });
    await eventually("the end of the run", async () => (await bench.onlyRun()).endedAt !== null);
    expect(await bench.onlyRun()).toMatchObject({ status: "completed", output: [{ odd }, odd] });
  });

  it("fails a run that asks for what the engine does not do, and says so", async () => {
    bench = await startBench((client) => [
      client.createFunction({ id: "wait", triggers: [{ event: "wait" }] }, ({ step }) =>
        step.waitForEvent("answer", { event: "answer", timeout: "1h" }),
      ),
    ]);
    await bench.client.send({ name: "wait" });
    await eventually("the end of the run", async () => (await bench.onlyRun()).endedAt !== null);
    const { error } = await bench.onlyRun();
    expect(error).toMatchObject({ name: "UnsupportedOperationError" });
    expect(JSON.stringify(error)).toContain("WaitForEvent");
  });

  it("gives up an answer that is too large for a column, and lets the others through", async () => {
    bench = await startBench((client) => [
      client.createFunction({ id: "deep", retries: 0, triggers: [{ event: "deep" }] }, () => {
        let nested: unknown = 1;
        for (let level = 0; level < 20_000; level += 1) nested = [nested];
        return nested;
      }),
      client.createFunction({ id: "fine", triggers: [{ event: "deep" }] }, () => "fine"),
    ]);
    await bench.client.send({ name: "deep" });
    await eventually("both ends", async () =>
      (await bench.engine.listRuns()).every((run) => run.endedAt !== null),
    );
    expect(await bench.onlyRun("bench-fine")).toMatchObject({ status: "completed", output: "fine" });
    expect(await bench.onlyRun("bench-deep")).toMatchObject({ status: "failed" });
  });
});
