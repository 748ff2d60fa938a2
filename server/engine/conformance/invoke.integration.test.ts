import { NonRetriableError, referenceFunction } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Recorder, startConformance } from "@/server/testing/conformance";
import type { Conformance } from "@/server/testing/conformance";

const dataSchema = z.object({ key: z.string() });
const errorSchema = z.object({ name: z.string(), message: z.string() });
const recorder = new Recorder();
let engine: Conformance;

beforeAll(async () => {
  engine = await startConformance(({ client }) => {
    const child = client.createFunction(
      { id: "child", triggers: [{ event: "invoke/child" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        await step.sleep("think", "1s");
        recorder.note(key, "child ran");
        return { answer: 42, for: key };
      },
    );
    const broken = client.createFunction(
      { id: "broken", retries: 0, triggers: [{ event: "invoke/broken" }] },
      () => {
        throw new NonRetriableError("the child is broken");
      },
    );
    const slow = client.createFunction(
      { id: "slow", triggers: [{ event: "invoke/slow" }] },
      async ({ step }) => {
        await step.sleep("long", "30s");
      },
    );
    const unknown = referenceFunction({ functionId: "nobody" });
    const parent = client.createFunction(
      { id: "parent", triggers: [{ event: "invoke/parent" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        const result: unknown = await step.invoke("ask", { function: child, data: { key } });
        recorder.note(key, `answer ${JSON.stringify(result)}`);
      },
    );
    const unlucky = client.createFunction(
      { id: "unlucky", retries: 0, triggers: [{ event: "invoke/unlucky" }] },
      async ({ event, step }) => {
        const { key } = dataSchema.parse(event.data);
        const attempts = {
          broken: () => step.invoke("broken", { function: broken, data: { key } }),
          slow: () => step.invoke("slow", { function: slow, data: { key }, timeout: "1s" }),
          unknown: () => step.invoke("unknown", { function: unknown, data: { key } }),
        };
        for (const [what, attempt] of Object.entries(attempts)) {
          try {
            await attempt();
          } catch (error) {
            const { message } = errorSchema.parse(error);
            await step.run(`note ${what}`, () => {
              recorder.note(key, `${what}: ${message}`);
            });
          }
        }
        recorder.note(key, "end");
      },
    );
    return [child, broken, slow, parent, unlucky];
  });
});
afterAll(() => engine.stop());

describe("step.invoke", () => {
  it("waits for the other function and gives its result", async () => {
    await engine.send("invoke/parent", { key: "parent" });
    await recorder.has("parent", 'answer {"answer":42,"for":"parent"}');
    expect(recorder.of("parent")).toEqual(["child ran", 'answer {"answer":42,"for":"parent"}']);
  });

  it("fails as a step does when the function fails, takes too long or is not there", async () => {
    await engine.send("invoke/unlucky", { key: "unlucky" });
    await recorder.has("unlucky", "end");
    const [broken, slow, unknown, end] = recorder.of("unlucky");
    expect(broken).toBe("broken: the child is broken");
    expect(slow).toMatch(/^slow: /);
    expect(unknown).toMatch(/^unknown: could not find function with ID: .*nobody/);
    expect(end).toBe("end");
  });
});
