import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, numberAt } from "../testing/call";

const CLOCK = { setTo: "2026-11-24T15:00:00Z", frozen: true };
const SAMPLE = "/_control/sample";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ script: { clock: CLOCK } });
});
afterAll(() => sandbox.stop());

function tally(values: readonly unknown[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

describe("a thousand sample invoices in the books", () => {
  it("are in every state, in the shares the README tells, and paid to the cent", async () => {
    const loaded = (await api(sandbox.freshbooks.url).post(SAMPLE, { invoices: 1000, seed: 5 })).body;
    expect(numberAt(loaded, "invoices")).toBe(1000);
    const { invoices, clients, payments } = sandbox.freshbooks.control.state();
    expect([numberAt(loaded, "clients"), numberAt(loaded, "payments")]).toEqual([
      clients.length,
      payments.length,
    ]);
    const kept = invoices.filter((invoice) => invoice["vis_state"] === 0);
    expect(tally(kept.map((invoice) => invoice["v3_status"]))).toEqual({
      draft: 60,
      sent: 140,
      viewed: 100,
      // Fifteen of them past due, which FreshBooks shows as partial.
      partial: 75,
      overdue: 75,
      paid: 500,
      autopaid: 15,
      disputed: 5,
      resolved: 2,
      declined: 3,
      failed: 2,
      retry: 2,
      "deposit-paid": 4,
      "deposit-partial": 2,
    });
    expect(tally(invoices.map((invoice) => invoice["vis_state"]))).toEqual({ 0: 985, 1: 7, 2: 8 });
    const paid = kept.filter((invoice) => invoice["v3_status"] === "paid");
    expect(paid.every((invoice) => Number(at(invoice, "outstanding.amount")) === 0)).toBe(true);
  });
});

describe("the same seed", () => {
  it("gives byte-identical books on two sandboxes, and another seed gives others", async () => {
    const states: string[] = [];
    for (const seed of [3, 3, 4]) {
      const other = await startSandbox({
        script: { clock: CLOCK, freshbooks: { sample: { invoices: 50, seed } } },
      });
      const { clients, invoices, payments } = other.freshbooks.control.state();
      states.push(JSON.stringify({ clients, invoices, payments }));
      await other.stop();
    }
    expect(states[1]).toBe(states[0]);
    expect(states[2]).not.toBe(states[0]);
  });
});

describe("a sample that cannot be", () => {
  it.each([[{ invoices: 0 }], [{ invoices: 100_001 }], [{ invoices: 10, sede: 1 }], [{}]])(
    "is refused: %j",
    async (input) => {
      expect((await api(sandbox.freshbooks.url).post(SAMPLE, input)).status).toBe(400);
    },
  );
});
