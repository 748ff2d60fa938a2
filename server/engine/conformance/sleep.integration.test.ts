import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string(), until: z.string().optional() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction({ id: "sleep", triggers: [{ event: "sleep/sleep" }] }, async ({ event, step }) => {
      const { key } = dataSchema.parse(event.data);
      await step.run("before", () => {
        recorder.note(key, "before");
      });
      await step.sleep("pause", "2s");
      recorder.note(key, "after");
    }),
    client.createFunction({ id: "until", triggers: [{ event: "sleep/until" }] }, async ({ event, step }) => {
      const { key, until } = dataSchema.parse(event.data);
      await step.sleepUntil("pause", new Date(until ?? ""));
      recorder.note(key, "after");
    }),
  ]);
});
afterAll(() => engine.stop());

describe("step.sleep", () => {
  it("goes on when the time is over, not before", async () => {
    await engine.send("sleep/sleep", { key: "sleep" });
    await recorder.has("sleep", "after");
    const sleptMs = recorder.timeOf("sleep", "after") - recorder.timeOf("sleep", "before");
    expect(sleptMs).toBeGreaterThanOrEqual(1_990);
    expect(recorder.of("sleep")).toEqual(["before", "after"]);
  });
});

describe("step.sleepUntil", () => {
  it("goes on at the instant", async () => {
    const until = Math.ceil(Date.now() / 1_000) * 1_000 + 1_000;
    await engine.send("sleep/until", { key: "until", until: new Date(until).toISOString() });
    await recorder.has("until", "after");
    expect(recorder.timeOf("until", "after")).toBeGreaterThanOrEqual(until);
  });

  it("goes on at once when the instant has passed", async () => {
    await engine.send("sleep/until", { key: "past", until: "2020-01-01T00:00:00Z" });
    await recorder.has("past", "after");
    expect(recorder.of("past")).toEqual(["after"]);
  });
});
