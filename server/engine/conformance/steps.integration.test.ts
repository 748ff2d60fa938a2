import { NonRetriableError } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction({ id: "memo", triggers: [{ event: "steps/memo" }] }, async ({ event, step }) => {
      const { key } = dataSchema.parse(event.data);
      const first = await step.run("first", () => {
        recorder.note(key, "first ran");
        return { at: new Date(0), nothing: undefined, list: [1, "two", null] };
      });
      await step.sleep("pause", "1s");
      const second = await step.run("second", () => {
        recorder.note(key, "second ran");
        return undefined;
      });
      recorder.note(key, `end ${JSON.stringify(first)} ${JSON.stringify(second)}`);
    }),
    client.createFunction({ id: "twins", triggers: [{ event: "steps/twins" }] }, async ({ event, step }) => {
      const { key } = dataSchema.parse(event.data);
      const results: number[] = [];
      for (const value of [1, 2, 3]) results.push(await step.run("same", () => value));
      await step.sleep("pause", "1s");
      recorder.note(key, `end ${results.join(" ")}`);
    }),
    client.createFunction(
      { id: "compensate", triggers: [{ event: "steps/compensate" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        try {
          await step.run("book", () => {
            recorder.note(key, "book tried");
            throw new NonRetriableError("full", { cause: new TypeError("no seat") });
          });
        } catch (error) {
          const { name: kind, message } = z.object({ name: z.string(), message: z.string() }).parse(error);
          await step.run("cancel", () => {
            recorder.note(key, `cancelled after ${kind}: ${message}`);
          });
        }
        recorder.note(key, "end");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("step.run", () => {
  it("runs each step once and gives its result through JSON to every later call", async () => {
    await engine.send("steps/memo", { key: "memo" });
    const end = 'end {"at":"1970-01-01T00:00:00.000Z","list":[1,"two",null]} null';
    await recorder.has("memo", end);
    expect(recorder.of("memo")).toEqual(["first ran", "second ran", end]);
  });

  it("keeps steps with the same id apart, by their place", async () => {
    await engine.send("steps/twins", { key: "twins" });
    await recorder.has("twins", "end 1 2 3");
    expect(recorder.of("twins")).toEqual(["end 1 2 3"]);
  });

  it("lets the function catch a step's last failure and go on", async () => {
    await engine.send("steps/compensate", { key: "compensate" });
    await recorder.has("compensate", "end");
    expect(recorder.of("compensate")).toEqual([
      "book tried",
      "cancelled after NonRetriableError: full",
      "end",
    ]);
  });
});
