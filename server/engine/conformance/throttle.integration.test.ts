import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const starts = new Map<string, number[]>();
let engine: Conformance;

function startsOf(key: string): number[] {
  return starts.get(key) ?? [];
}

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      {
        id: "throttled",
        throttle: { limit: 2, period: "2s", key: "event.data.key" },
        triggers: [{ event: "throttle/throttled" }],
      },
      ({ event }) => {
        const { key } = dataSchema.parse(event.data);
        starts.set(key, [...startsOf(key), Date.now()]);
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("throttle", () => {
  it("starts as many as the limit at once, then one per period/limit, and drops none", async () => {
    for (let count = 0; count < 5; count += 1) await engine.send("throttle/throttled", { key: "a" });
    await engine.send("throttle/throttled", { key: "b" });
    await eventually("five starts", () => startsOf("a").length === 5);
    const [first = 0, ...rest] = startsOf("a");
    const [second = 0, third = 0, fourth = 0, fifth = 0] = rest.map((at) => at - first);
    expect(second).toBeLessThan(900);
    expect(third).toBeGreaterThan(800);
    expect(fourth).toBeGreaterThan(1_800);
    expect(fifth).toBeGreaterThan(2_800);
    expect(fifth).toBeLessThan(6_000);
  });

  it("keeps its keys apart", async () => {
    await eventually("the other key's start", () => startsOf("b").length === 1);
    const [first = 0, , third = 0] = startsOf("a");
    expect(startsOf("b")[0]).toBeGreaterThanOrEqual(first);
    expect(startsOf("b")[0]).toBeLessThan(third);
  });
});
