import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../lib/errors";
import { newId } from "../lib/ids";
import { failureOf } from "../testing/failure-of";
import { createTestDeps } from "../testing/test-deps";
import type { TestDeps } from "../testing/test-deps";
import { giveBack, takeTry } from "./throttle";
import type { Try } from "./throttle";
import { throttlePolicies } from "./throttle-policies";

let deps: TestDeps;
beforeAll(async () => {
  deps = await createTestDeps();
});
afterAll(() => deps.close());

const minuteMs = 60_000;

function account(): Try {
  return { kind: "sign_in_account", subject: newId("user") };
}

async function tryTimes(times: number, tries: Try[]): Promise<void> {
  for (let time = 0; time < times; time += 1) await takeTry(deps, tries);
}

async function refusal(tries: Try[]): Promise<{ sentence: string; retryAfterMs: number }> {
  const error = await failureOf(AppError, takeTry(deps, tries));
  expect(error.code).toBe("too_many_requests");
  return { sentence: error.userMessage, retryAfterMs: Number(error.details["retryAfterMs"]) };
}

describe("takeTry", () => {
  it("lets as many tries pass as are free, then one per wait, each wait twice the one before, up to the most", async () => {
    const one = account();
    await tryTimes(5, [one]);
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const { retryAfterMs } = await refusal([one]);
      waits.push(Math.round(retryAfterMs / minuteMs));
      deps.clock.advance(retryAfterMs + 1);
      await takeTry(deps, [one]);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it("says how long to wait", async () => {
    const one = account();
    await tryTimes(5, [one]);
    expect((await refusal([one])).sentence).toBe("Too many tries. Please wait 1 minute and try again.");
  });

  it("lets no more guesses through at the same time than one after the other", async () => {
    const one = account();
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => takeTry(deps, [one])));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("does not make a wait longer by trying during it", async () => {
    const one = account();
    await tryTimes(5, [one]);
    for (let time = 0; time < 20; time += 1) await refusal([one]);
    expect((await refusal([one])).retryAfterMs).toBeLessThanOrEqual(minuteMs);
  });

  it("runs up no other count for whoever is kept out by one", async () => {
    const victim = account();
    const address: Try = { kind: "sign_in_address", subject: "203.0.113.7" };
    await tryTimes(throttlePolicies.sign_in_address.free, [address]);
    await refusal([victim, address]);
    await refusal([victim, address]);
    await tryTimes(5, [victim]);
    await refusal([victim]);
  });

  it("takes its keys in any order without waiting for itself", async () => {
    const [first, second] = [account(), account()];
    const tries = Array.from({ length: 40 }, (_, index) =>
      takeTry(deps, index % 2 === 0 ? [first, second] : [second, first]),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(AppError);
    }
  });

  it("counts all addresses of an IPv6 network as one, and all that are not known as one", async () => {
    const kind = "sign_in_address";
    for (let host = 0; host < throttlePolicies[kind].free; host += 1) {
      await takeTry(deps, [{ kind, subject: `2001:db8:0:7::${host.toString(16)}` }]);
    }
    await refusal([{ kind, subject: "2001:db8:0:7:ffff::1" }]);
    await takeTry(deps, [{ kind, subject: "2001:db8:0:8::1" }]);
    await tryTimes(throttlePolicies[kind].free, [{ kind, subject: null }]);
    await refusal([{ kind, subject: null }]);
  });

  it("begins anew after a long quiet, not before", async () => {
    const one = account();
    await tryTimes(5, [one]);
    deps.clock.advance(23 * 60 * minuteMs);
    await takeTry(deps, [one]);
    expect((await refusal([one])).retryAfterMs).toBeGreaterThan(minuteMs);
    deps.clock.advance(25 * 60 * minuteMs);
    await tryTimes(5, [one]);
  });
});

describe("giveBack", () => {
  it("forgets an account's failures", async () => {
    const one = account();
    await tryTimes(5, [one]);
    await giveBack(deps, [one]);
    await tryTimes(5, [one]);
  });

  it("gives an address one try back, so that signing in to an own account washes no guesses away", async () => {
    const address: Try = { kind: "sign_in_address", subject: "203.0.113.8" };
    const { free } = throttlePolicies.sign_in_address;
    await tryTimes(free, [address]);
    await refusal([address]);
    await giveBack(deps, [address]);
    await takeTry(deps, [address]);
    await refusal([address]);
  });

  it("keeps no subject in clear", async () => {
    const one: Try = { kind: "mail_account", subject: "ada@example.com" };
    await takeTry(deps, [one]);
    const rows = await deps.db.throttle.findMany({ select: { key: true } });
    expect(JSON.stringify(rows)).not.toContain("ada@example.com");
  });
});
