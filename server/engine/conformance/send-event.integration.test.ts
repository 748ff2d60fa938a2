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
      { id: "sender", triggers: [{ event: "send-event/start" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        const { ids } = await step.sendEvent("tell", [
          { name: "send-event/told", data: { key, by: "step" } },
          { name: "send-event/told", data: { key, by: "step" } },
        ]);
        await step.sleep("pause", "1s");
        recorder.note(key, `sent ${new Set(ids).size}`);
      },
    ),
    client.createFunction(
      { id: "unsteady", retries: 3, triggers: [{ event: "send-event/unsteady" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("send and fail once", async () => {
          // A send within step.run is repeated with the step; its own id makes it count once on every engine.
          await client.send({
            name: "send-event/told",
            data: { key, by: "client" },
            id: `told-${key}-${event.ts}`,
          });
          recorder.note(key, "tried");
          if (recorder.of(key).filter((what) => what === "tried").length < 2) throw new Error("once");
        });
        await step.run("after", () => {
          recorder.note(key, "after");
        });
      },
    ),
    client.createFunction(
      { id: "patient", triggers: [{ event: "send-event/patient" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("send and wait for the effect", async () => {
          await client.send({ name: "send-event/told", data: { key, by: "patient" } });
          await recorder.has(key, "told by patient");
        });
        recorder.note(key, "seen");
      },
    ),
    client.createFunction({ id: "receiver", triggers: [{ event: "send-event/told" }] }, ({ event }) => {
      const { key, by } = dataSchema.extend({ by: z.string() }).parse(event.data);
      recorder.note(key, `told by ${by}`);
    }),
  ]);
});
afterAll(() => engine.stop());

describe("events sent by functions", () => {
  it("are sent once by step.sendEvent, which gives their ids", async () => {
    await engine.send("send-event/start", { key: "step" });
    await recorder.has("step", "sent 2");
    await recorder.has("step", "told by step", 2);
    expect(recorder.of("step").toSorted()).toEqual(["sent 2", "told by step", "told by step"]);
  });

  it("count once though the step that sends them is repeated", async () => {
    await engine.send("send-event/unsteady", { key: "unsteady" });
    await recorder.has("unsteady", "after");
    await recorder.has("unsteady", "told by client");
    expect(recorder.of("unsteady").filter((what) => what === "told by client")).toHaveLength(1);
  });

  it("take effect while the step that sent them still runs", async () => {
    await engine.send("send-event/patient", { key: "patient" });
    await recorder.has("patient", "seen");
    expect(recorder.of("patient")).toEqual(["told by patient", "seen"]);
  });
});
