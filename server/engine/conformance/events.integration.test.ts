import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction({ id: "one", triggers: [{ event: "events/paid" }] }, ({ event }) => {
      recorder.note(dataSchema.parse(event.data).key, `one ${JSON.stringify(event.data)}`);
    }),
    client.createFunction({ id: "two", triggers: [{ event: "events/paid" }] }, ({ event }) => {
      recorder.note(dataSchema.parse(event.data).key, "two");
    }),
    client.createFunction(
      { id: "picky", triggers: [{ event: "events/paid", if: "event.data.amount > 100.0" }] },
      ({ event }) => {
        recorder.note(dataSchema.parse(event.data).key, "picky");
      },
    ),
    client.createFunction(
      {
        id: "either",
        triggers: [{ event: "events/left" }, { event: "events/left", if: "true" }, { event: "events/right" }],
      },
      ({ event }) => {
        recorder.note(dataSchema.parse(event.data).key, "either");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("events", () => {
  it("start every function that they trigger, once, with their data", async () => {
    await engine.send("events/paid", { key: "data", amount: 5, note: "é ☃ \u0000 \ud83d\ude00" });
    await recorder.has("data", "two");
    await recorder.has("data", 'one {"key":"data","amount":5,"note":"é ☃ \\u0000 😀"}');
    expect(recorder.of("data")).toHaveLength(2);
  });

  it("start only the functions whose condition holds", async () => {
    await engine.send("events/paid", { key: "cheap", amount: 99.5 });
    await engine.send("events/paid", { key: "dear", amount: 100.5 });
    await recorder.has("dear", "picky");
    await recorder.has("cheap", "two");
    expect(recorder.of("cheap")).not.toContain("picky");
  });

  it("start a function once though several of its triggers match", async () => {
    await engine.send("events/left", { key: "triggers" });
    await engine.send("events/right", { key: "triggers" });
    await recorder.has("triggers", "either", 2);
    expect(recorder.of("triggers")).toEqual(["either", "either"]);
  });

  it("count once for a function when they carry the same id", async () => {
    const id = `event-${String(process.hrtime.bigint())}`;
    await engine.send("events/paid", { key: "dedupe" }, { id });
    await engine.send("events/paid", { key: "dedupe" }, { id });
    await engine.send("events/paid", { key: "dedupe-other" }, { id: `${id}-other` });
    await recorder.has("dedupe-other", "two");
    expect(recorder.of("dedupe").filter((what) => what === "two")).toHaveLength(1);
  });

  it("give their ids back in the order in which they were sent", async () => {
    const { client } = engine;
    const { ids } = await client.send([
      { name: "nobody/hears", data: { place: 1 } },
      { name: "nobody/hears", data: { place: 2 } },
    ]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it("start their functions no earlier than their time", async () => {
    const ts = Date.now() + 1_500;
    await engine.send("events/right", { key: "future" }, { ts });
    await recorder.has("future", "either");
    expect(recorder.timeOf("future", "either")).toBeGreaterThanOrEqual(ts);
  });

  it("are refused when they bear a name of the engine's own", async () => {
    const sent = engine.client.send({ name: "inngest/function.failed", data: {} });
    await expect(sent).rejects.toThrow(/inngest\//);
  });
});
