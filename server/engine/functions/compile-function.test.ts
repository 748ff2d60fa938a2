import { describe, expect, it } from "vitest";
import { compileFunction } from "./compile-function";

const plain = {
  id: "shop-settle",
  name: "Settle",
  triggers: [{ event: "shop/paid" }],
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://app/api/inngest" } } },
};

function compile(more: Record<string, unknown>): ReturnType<typeof compileFunction> {
  return compileFunction("shop-settle", { ...plain, ...more });
}

function withRetries(attempts: number): Record<string, unknown> {
  return { steps: { step: { ...plain.steps.step, retries: { attempts } } } };
}

describe("compileFunction", () => {
  it("gives five attempts when a function does not say, and one more than its retries when it does", () => {
    expect(compile({}).maxAttempts).toBe(5);
    expect(compile(withRetries(0)).maxAttempts).toBe(1);
    expect(compile(withRetries(20)).maxAttempts).toBe(21);
  });

  it("understands each form of concurrency", () => {
    expect(compile({ concurrency: 3 }).concurrency).toEqual([{ limit: 3, key: null }]);
    expect(compile({ concurrency: { limit: 2 } }).concurrency).toEqual([{ limit: 2, key: null }]);
    const two = compile({
      concurrency: [{ limit: 1, key: "event.data.ws", scope: "fn" }, { limit: 5 }],
    }).concurrency;
    expect(two.map((rule) => [rule.limit, rule.key?.text])).toEqual([
      [1, "event.data.ws"],
      [5, undefined],
    ]);
  });

  it("takes a limit of 0 for no limit, as the SDK does", () => {
    expect(compile({ concurrency: 0 }).concurrency).toEqual([]);
  });

  it("reads periods of several units", () => {
    expect(compile({ throttle: { limit: 5, period: "1m30s" } }).throttle).toMatchObject({
      limit: 5,
      burst: 0,
      periodMs: 90_000,
    });
    expect(compile({ debounce: { period: "5s", timeout: "1h" } }).debounce).toMatchObject({
      periodMs: 5_000,
      timeoutMs: 3_600_000,
    });
  });

  it.each([
    ["concurrency", { concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] }],
    ["cron jitter", { triggers: [{ cron: "0 6 * * *", jitter: "30s" }] }],
    ["throttle period", { throttle: { limit: 1, period: "500ms" } }],
    ["throttle period", { throttle: { limit: 1, period: "0s" } }],
    ["debounce period", { debounce: { period: "8d" } }],
    ["debounce", { debounce: { period: "5s" }, triggers: [{ cron: "0 6 * * *" }] }],
    ["cancelOn timeout", { cancel: [{ event: "shop/stop", timeout: "soon" }] }],
    ["checkpointBatches", { checkpointBatches: true }],
    ["throttle.limit", { throttle: { limit: 0, period: "1s" } }],
  ])("refuses %s by name", (feature, more) => {
    expect(() => compile(more)).toThrow(
      expect.objectContaining({ name: "UnsupportedFunctionError", functionId: "shop-settle", feature }),
    );
  });
});
