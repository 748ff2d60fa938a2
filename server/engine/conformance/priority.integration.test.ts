import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually, Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ who: z.string() });
const recorder = new Recorder();
let release: () => void = () => undefined;
let engine: Conformance;

beforeAll(async () => {
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  engine = await startConformance(({ client }) => [
    client.createFunction(
      {
        id: "served",
        concurrency: 1,
        priority: { run: "event.data.vip ? 120 : 0" },
        triggers: [{ event: "priority/arrived" }],
      },
      async ({ event, step }) => {
        const { who } = dataSchema.parse(event.data);
        await step.run("serve", async () => {
          recorder.note("served", who);
          if (who === "first") await held;
        });
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("priority.run", () => {
  it("puts a run before those that came earlier", async () => {
    await engine.send("priority/arrived", { who: "first", vip: false });
    await recorder.has("served", "first");
    for (const who of ["second", "third"]) await engine.send("priority/arrived", { who, vip: false });
    await engine.send("priority/arrived", { who: "vip", vip: true });
    release();
    await eventually("four runs", () => recorder.of("served").length === 4);
    expect(recorder.of("served")).toEqual(["first", "vip", "second", "third"]);
  });
});
