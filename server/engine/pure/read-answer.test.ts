import { describe, expect, it } from "vitest";
import { readAnswer } from "./read-answer";

const a = "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8";
const b = "e9d71f5ee7c92d6dc9e92ffdad17b8bd49418f98";

function read(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): ReturnType<typeof readAnswer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readAnswer({ status, header: (name) => headers[name] ?? null, body: text });
}

describe("readAnswer", () => {
  it("ends a run with 200 and its value", () => {
    expect(read(200, { total: 3 })).toEqual({ kind: "completed", steps: [], output: { total: 3 } });
    expect(read(200, "null")).toEqual({ kind: "completed", steps: [], output: null });
  });

  it("ends a run with RunComplete after its last steps", () => {
    const ops = [
      { op: "StepRun", id: a, displayName: "first", data: 1, rawArgs: ["secret"] },
      { op: "RunComplete", id: b, data: "done" },
    ];
    expect(read(206, ops)).toEqual({
      kind: "completed",
      steps: [{ id: a, name: "first", state: "done", value: 1 }],
      output: "done",
    });
  });

  it("reads a step without a result as null", () => {
    expect(read(206, [{ op: "StepRun", id: a }])).toMatchObject({ steps: [{ value: null, name: a }] });
  });

  it("reads what the run has to wait for", () => {
    const ops = [
      { op: "StepPlanned", id: a, displayName: "a", data: null, opts: { parallelMode: "race" } },
      { op: "Sleep", id: b, name: "1m30s", displayName: "nap" },
      { op: "InvokeFunction", id: a, opts: { function_id: "shop-child", payload: { data: { x: 1 } } } },
    ];
    expect(read(206, ops)).toEqual({
      kind: "progress",
      steps: [],
      waiting: [
        { kind: "run", id: a, name: "a", race: true },
        { kind: "sleep", id: b, name: "nap", race: false, until: "1m30s" },
        {
          kind: "invoke",
          id: a,
          name: a,
          race: false,
          functionId: "shop-child",
          data: { x: 1 },
          timeout: "",
        },
      ],
    });
  });

  it("keeps of a step's error what is given back to the code, and when to try again", () => {
    const error = { name: "TypeError", message: "no", stack: "at …", cause: { why: 1 }, __serialized: true };
    expect(read(206, [{ op: "StepError", id: a, displayName: "a", error }], { "retry-after": "7" })).toEqual({
      kind: "retry",
      steps: [],
      error: { name: "TypeError", message: "no", stack: "at …", cause: { why: 1 } },
      step: {
        id: a,
        name: "a",
        state: "failed",
        value: { name: "TypeError", message: "no", stack: "at …", cause: { why: 1 } },
      },
      retryAfter: "7",
    });
    expect(read(206, [{ op: "StepFailed", id: a, error }])).toMatchObject({
      kind: "progress",
      steps: [{ state: "failed" }],
      waiting: [],
    });
  });

  it("fails a run for good only by 4xx with the no-retry mark", () => {
    const error = { name: "NonRetriableError", message: "never" };
    expect(read(400, error, { "x-inngest-no-retry": "true" })).toEqual({ kind: "failed", error });
    for (const [status, headers] of [
      [400, {}],
      [401, {}],
      [500, { "x-inngest-no-retry": "true" }],
      [500, {}],
      [502, {}],
    ] as const) {
      expect(read(status, error, headers)).toMatchObject({ kind: "retry", error, step: null });
    }
  });

  it("takes a page of somebody else for a failed attempt, and shows its beginning", () => {
    expect(read(502, "<html>Bad gateway</html>")).toMatchObject({
      kind: "retry",
      error: { message: "The answer is not JSON: <html>Bad gateway</html>" },
    });
  });

  it.each(["WaitForEvent", "WaitForSignal", "AIGateway"])("fails the run for %s, saying so", (op) => {
    const message: unknown = expect.stringContaining(op);
    expect(read(206, [{ op, id: a, name: "x", opts: {} }])).toMatchObject({
      kind: "failed",
      error: { name: "UnsupportedOperationError", message },
    });
  });

  it("fails the run for operations without shape", () => {
    expect(read(206, [{ op: "StepRun", id: "not a hash" }])).toMatchObject({ kind: "failed" });
    expect(read(206, "{}")).toMatchObject({ kind: "failed" });
  });
});
