import { describe, expect, it } from "vitest";
import { buildCallBody } from "./call-body";

const input = {
  runId: "01RUN",
  functionId: "shop-settle",
  jobId: "7",
  generation: 3,
  target: "step",
  attempt: 1,
  maxAttempts: 5,
  planOnly: false,
  event: { name: "shop/paid", data: {} },
  steps: [
    { id: "b", state: "done" as const, value: {} },
    { id: "a", state: "failed" as const, value: { name: "Error", message: "no" } },
  ],
};

describe("buildCallBody", () => {
  it("types every result, since a bare object is guessed at", () => {
    expect(buildCallBody(input)["steps"]).toEqual({
      b: { type: "data", data: {} },
      a: { type: "error", error: { name: "Error", message: "no" } },
    });
  });

  it("names every step in the stack, in the order of the results, lest the handler hang", () => {
    expect(buildCallBody(input)["ctx"]).toMatchObject({
      stack: { stack: ["b", "a"], current: 2 },
      attempt: 1,
      max_attempts: 5,
      generation_id: 3,
      fn_id: "shop-settle",
      qi_id: "7",
      disable_immediate_execution: false,
    });
  });
});
