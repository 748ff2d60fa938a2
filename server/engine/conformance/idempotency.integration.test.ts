import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string(), order: z.number(), line: z.string() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      {
        id: "once",
        retries: 0,
        idempotency: "string(event.data.order) + '-' + event.data.line",
        triggers: [{ event: "idempotency/ordered" }],
      },
      ({ event }) => {
        const { key, order, line } = dataSchema.parse(event.data);
        recorder.note(key, `ran ${order}${line}`);
        if (order === 1) throw new Error("the first run fails");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("idempotency", () => {
  it("lets one event through per key, though its run failed", async () => {
    await engine.send("idempotency/ordered", { key: "a", order: 1, line: "x" });
    await recorder.has("a", "ran 1x");
    await engine.send("idempotency/ordered", { key: "a", order: 1, line: "x" });
    await engine.send("idempotency/ordered", { key: "a", order: 1, line: "y" });
    await engine.send("idempotency/ordered", { key: "a", order: 2, line: "x" });
    await recorder.has("a", "ran 1y");
    await recorder.has("a", "ran 2x");
    expect(recorder.of("a").toSorted()).toEqual(["ran 1x", "ran 1y", "ran 2x"]);
  });
});
