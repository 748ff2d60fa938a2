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
      { id: "all", retries: 2, triggers: [{ event: "parallel/all" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        const results = await Promise.all([
          step.run("a", () => {
            recorder.note(key, "a");
            return 1;
          }),
          step.run("b", () => {
            recorder.note(key, "b");
            if (recorder.of(key).filter((what) => what === "b").length < 2) throw new Error("b fails once");
            return 2;
          }),
          step.sleep("z", "1s"),
        ]);
        const last = await step.run("after", () => {
          recorder.note(key, "after");
          return 3;
        });
        recorder.note(key, `end ${JSON.stringify([...results, last])}`);
      },
    ),
    client.createFunction(
      { id: "chains", triggers: [{ event: "parallel/chains" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        const chain = async (id: string): Promise<string> => {
          const first = await step.run(`${id}1`, () => {
            recorder.note(key, `${id}1`);
            return `${id}1`;
          });
          return step.run(`${id}2`, () => {
            recorder.note(key, `${id}2`);
            return `${first}${id}2`;
          });
        };
        const ends = await Promise.all([chain("a"), chain("b"), chain("c")]);
        recorder.note(key, `end ${ends.join(" ")}`);
      },
    ),
    client.createFunction(
      { id: "race", triggers: [{ event: "parallel/race" }] },
      async ({ event, step, group }) => {
        const { key } = dataSchema.parse(event.data);
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([step.run("quick", () => "quick"), step.sleep("slow", "1s").then(() => "slow")]),
        );
        recorder.note(key, `won by ${winner}`);
        await step.run("after", () => {
          recorder.note(key, "after");
        });
      },
    ),
    client.createFunction({ id: "wide", triggers: [{ event: "parallel/wide" }] }, async ({ event, step }) => {
      const { key } = dataSchema.parse(event.data);
      const places = Array.from({ length: 20 }, (_, place) => place);
      const squares = await Promise.all(
        places.map((place) => step.run(`square ${place}`, () => place * place)),
      );
      recorder.note(key, `end ${squares.reduce((sum, square) => sum + square, 0)}`);
    }),
  ]);
});
afterAll(() => engine.stop());

describe("parallel steps", () => {
  it("each run once, are retried alone, and are waited for together", async () => {
    await engine.send("parallel/all", { key: "all" });
    await recorder.has("all", "end [1,2,null,3]");
    expect(recorder.of("all").toSorted()).toEqual(["a", "after", "b", "b", "end [1,2,null,3]"]);
  });

  it("may be chains of steps", async () => {
    await engine.send("parallel/chains", { key: "chains" });
    await recorder.has("chains", "end a1a2 b1b2 c1c2");
    expect(recorder.of("chains").toSorted()).toEqual([
      "a1",
      "a2",
      "b1",
      "b2",
      "c1",
      "c2",
      "end a1a2 b1b2 c1c2",
    ]);
  });

  it("go on with the first result in a race", async () => {
    await engine.send("parallel/race", { key: "race" });
    await recorder.has("race", "after");
    expect(recorder.of("race").filter((what) => what === "after")).toHaveLength(1);
    expect(recorder.of("race")).toContain("won by quick");
    expect(recorder.of("race")).not.toContain("won by slow");
  });

  it("may be many", async () => {
    await engine.send("parallel/wide", { key: "wide" });
    await recorder.has("wide", "end 2470");
  });
});
