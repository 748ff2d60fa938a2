import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually, Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string(), group: z.string() });
const recorder = new Recorder();
const gauge = new Map<string, { now: number; most: number }>();
let engine: Conformance;

/** Works for a moment and keeps count of how many do so at once. */
async function work(place: string): Promise<void> {
  const count = gauge.get(place) ?? { now: 0, most: 0 };
  gauge.set(place, count);
  count.now += 1;
  count.most = Math.max(count.most, count.now);
  await new Promise((resolve) => setTimeout(resolve, 60));
  count.now -= 1;
}

function most(place: string): number {
  return gauge.get(place)?.most ?? 0;
}

async function sendMany(event: string, key: string, count: number, groups: readonly string[]): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => ({ key, group: groups[index % groups.length] }));
  await Promise.all(events.map((data) => engine.send(event, data)));
  await eventually(`${count} ends of ${key}`, () => recorder.of(key).length === count);
}

beforeAll(async () => {
  engine = await startConformance(({ client }) => [
    client.createFunction(
      { id: "plain", concurrency: 2, triggers: [{ event: "concurrency/plain" }] },
      async ({ event, step }) => {
        await step.run("work", () => work("plain"));
        recorder.note(dataSchema.parse(event.data).key, "end");
      },
    ),
    client.createFunction(
      {
        id: "keyed",
        concurrency: { limit: 1, key: "event.data.group" },
        triggers: [{ event: "concurrency/keyed" }],
      },
      async ({ event, step }) => {
        const { key, group } = dataSchema.parse(event.data);
        await step.run("work", () => Promise.all([work(`keyed ${group}`), work("keyed all")]));
        recorder.note(key, "end");
      },
    ),
    client.createFunction(
      {
        id: "both",
        concurrency: [{ limit: 2, key: "event.data.group" }, { limit: 3 }],
        triggers: [{ event: "concurrency/both" }],
      },
      async ({ event, step }) => {
        const { key, group } = dataSchema.parse(event.data);
        await step.run("work", () => Promise.all([work(`both ${group}`), work("both all")]));
        recorder.note(key, "end");
      },
    ),
    client.createFunction(
      { id: "sleeper", concurrency: 1, triggers: [{ event: "concurrency/sleeper" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.run("begin", () => {
          recorder.note(`${key} all`, "begin");
        });
        await step.sleep("long", "3s");
        recorder.note(`${key} all`, "end");
        recorder.note(key, "end");
      },
    ),
  ]);
});
afterAll(() => engine.stop());

describe("concurrency", () => {
  it("limits the calls of a function at once", async () => {
    await sendMany("concurrency/plain", "plain", 6, ["a"]);
    expect(most("plain")).toBe(2);
  });

  it("limits them per key, and lets different keys work side by side", async () => {
    await sendMany("concurrency/keyed", "keyed", 9, ["a", "b", "c"]);
    expect([most("keyed a"), most("keyed b"), most("keyed c")]).toEqual([1, 1, 1]);
    expect(most("keyed all")).toBeGreaterThan(1);
  });

  it("keeps to two limits at the same time", async () => {
    await sendMany("concurrency/both", "both", 12, ["a", "a", "b"]);
    expect(most("both a")).toBeLessThanOrEqual(2);
    expect(most("both b")).toBeLessThanOrEqual(2);
    expect(most("both all")).toBeLessThanOrEqual(3);
  });

  it("counts calls, not runs: a sleeping run holds nothing", async () => {
    await sendMany("concurrency/sleeper", "sleeper", 3, ["a"]);
    expect(recorder.of("sleeper all")).toEqual(["begin", "begin", "begin", "end", "end", "end"]);
  });
});
