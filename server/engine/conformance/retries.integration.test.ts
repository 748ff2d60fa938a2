import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const failedSchema = z.object({ function_id: z.string(), event: z.object({ data: dataSchema }) });
const recorder = new Recorder();
let engine: Conformance;

/** Throws until it was called this often for a key. */
function failUntil(key: string, what: string, times: number, error: Error): void {
  recorder.note(key, what);
  if (recorder.of(key).filter((noted) => noted === what).length < times) throw error;
}

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      { id: "step", retries: 2, triggers: [{ event: "retries/step" }] },
      async ({ event, step, attempt }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("first", () => {
          recorder.note(key, `first attempt ${attempt}`);
          failUntil(key, "first", 2, new Error("first fails once"));
        });
        await step.run("second", () => {
          failUntil(key, "second", 3, new Error("second fails twice"));
        });
        recorder.note(key, "end");
      },
    ),
    client.createFunction(
      { id: "body", retries: 1, triggers: [{ event: "retries/body" }] },
      ({ event, attempt }) => {
        const { key } = dataSchema.parse(event.data);
        recorder.note(key, `attempt ${attempt}`);
        failUntil(key, "body", 2, new Error("once"));
        recorder.note(key, "end");
      },
    ),
    client.createFunction(
      {
        id: "hopeless",
        retries: 2,
        triggers: [{ event: "retries/hopeless" }],
        onFailure: ({ event, error }) => {
          const { function_id: id, event: original } = failedSchema.parse(event.data);
          recorder.note(
            original.data.key,
            `failed ${id.endsWith("-hopeless") ? "hopeless" : id}: ${error.message}`,
          );
        },
      },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("try", () => {
          recorder.note(key, "tried");
          throw new TypeError("it cannot be");
        });
      },
    ),
    client.createFunction(
      {
        id: "final",
        retries: 5,
        triggers: [{ event: "retries/final" }],
        onFailure: ({ event, error }) => {
          recorder.note(failedSchema.parse(event.data).event.data.key, `failed: ${error.message}`);
        },
      },
      ({ event }) => {
        recorder.note(dataSchema.parse(event.data).key, "tried");
        throw new NonRetriableError("never");
      },
    ),
    client.createFunction(
      { id: "later", retries: 1, triggers: [{ event: "retries/later" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("limited", () => {
          failUntil(key, "limited", 2, new RetryAfterError("slow down", "3s"));
          recorder.note(key, "let in");
        });
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("retries", () => {
  it("count anew for each step, and repeat only the step that failed", async () => {
    await engine.send("retries/step", { key: "step" });
    await recorder.has("step", "end");
    expect(recorder.of("step")).toEqual([
      "first attempt 0",
      "first",
      "first attempt 1",
      "first",
      "second",
      "second",
      "second",
      "end",
    ]);
  });

  it("repeat the function's own code with rising attempt numbers", async () => {
    await engine.send("retries/body", { key: "body" });
    await recorder.has("body", "end");
    expect(recorder.of("body")).toEqual(["attempt 0", "body", "attempt 1", "body", "end"]);
  });

  it("end after the last one, and tell onFailure the event and the error", async () => {
    await engine.send("retries/hopeless", { key: "hopeless" });
    await recorder.has("hopeless", "failed hopeless: it cannot be");
    expect(recorder.of("hopeless")).toEqual(["tried", "tried", "tried", "failed hopeless: it cannot be"]);
  });

  it("are not made after a NonRetriableError", async () => {
    await engine.send("retries/final", { key: "final" });
    await recorder.has("final", "failed: never");
    expect(recorder.of("final")).toEqual(["tried", "failed: never"]);
  });

  it("wait as long as a RetryAfterError asks", async () => {
    await engine.send("retries/later", { key: "later" });
    await recorder.has("later", "let in");
    expect(recorder.of("later")).toEqual(["limited", "limited", "let in"]);
    expect(recorder.timeOf("later", "let in") - recorder.timeOf("later", "limited")).toBeGreaterThanOrEqual(
      2_900,
    );
  });
});
