import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string(), value: z.number() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      {
        id: "quiet",
        debounce: { period: "1s", key: "event.data.key" },
        triggers: [{ event: "debounce/changed" }],
      },
      ({ event }) => {
        const { key, value } = dataSchema.parse(event.data);
        recorder.note(key, `ran with ${value}`);
      },
    ),
    client.createFunction(
      {
        id: "impatient",
        debounce: { period: "2s", key: "event.data.key", timeout: "3s" },
        triggers: [{ event: "debounce/restless" }],
      },
      ({ event }) => {
        recorder.note(dataSchema.parse(event.data).key, "ran");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("debounce", () => {
  it("runs once, with the last event, when there is quiet", async () => {
    const startedAt = Date.now();
    for (const value of [1, 2, 3]) await engine.send("debounce/changed", { key: "burst", value });
    await engine.send("debounce/changed", { key: "other", value: 9 });
    await recorder.has("burst", "ran with 3");
    await recorder.has("other", "ran with 9");
    expect(recorder.timeOf("burst", "ran with 3") - startedAt).toBeGreaterThanOrEqual(990);
    await engine.send("debounce/changed", { key: "burst", value: 4 });
    await recorder.has("burst", "ran with 4");
    expect(recorder.of("burst")).toEqual(["ran with 3", "ran with 4"]);
  });

  it("keeps the event with the latest time", async () => {
    const now = Date.now();
    await engine.send("debounce/changed", { key: "order", value: 2 }, { ts: now });
    await engine.send("debounce/changed", { key: "order", value: 1 }, { ts: now - 60_000 });
    await recorder.has("order", "ran with 2");
    expect(recorder.of("order")).toEqual(["ran with 2"]);
  });

  it("runs after its time limit though the events go on", async () => {
    const startedAt = Date.now();
    while (recorder.of("restless").length === 0 && Date.now() - startedAt < 15_000) {
      await engine.send("debounce/restless", { key: "restless", value: 0 });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(recorder.timeOf("restless", "ran") - startedAt).toBeGreaterThanOrEqual(2_900);
  });
});
