import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      {
        id: "remind",
        triggers: [{ event: "cancel-on/due" }],
        cancelOn: [{ event: "cancel-on/paid", if: "event.data.key == async.data.key" }],
        onFailure: () => {
          recorder.note("failures", "onFailure ran");
        },
      },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("begin", () => {
          recorder.note(key, "begun");
        });
        await step.sleep("wait", "3s");
        recorder.note(key, "reminded");
      },
    ),
    client.createFunction(
      { id: "watch", triggers: [{ event: "inngest/function.cancelled" }] },
      ({ event }) => {
        const { event: original } = z.object({ event: z.object({ data: dataSchema }) }).parse(event.data);
        recorder.note(original.data.key, "told of the cancellation");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("cancelOn", () => {
  it("ends the runs that match, and no others", async () => {
    await engine.send("cancel-on/due", { key: "cancelled" });
    await engine.send("cancel-on/due", { key: "kept" });
    await recorder.has("cancelled", "begun");
    await recorder.has("kept", "begun");
    await engine.send("cancel-on/paid", { key: "cancelled" });
    await recorder.has("kept", "reminded");
    await recorder.has("cancelled", "told of the cancellation");
    expect(recorder.of("cancelled")).toEqual(["begun", "told of the cancellation"]);
    expect(recorder.of("failures")).toEqual([]);
  });

  it("does not end runs that begin after the event", async () => {
    await engine.send("cancel-on/paid", { key: "before" });
    await engine.send("cancel-on/due", { key: "before" });
    await recorder.has("before", "reminded");
    expect(recorder.of("before")).toEqual(["begun", "reminded"]);
  });
});
