import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { freshbooksVariants } from "../../testing/freshbooks-variants";
import { idOf, newInvoice } from "../../testing/ledger";
import { pipedriveView } from "../../testing/pipedrive-view";
import { syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { variantsOf } from "../../testing/variants";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import type { SwitchValues } from "../../testing/vendor-switches";

let world: SyncWorld;
let defaults: SwitchValues;

beforeAll(async () => {
  world = await createSyncWorld();
  defaults = await readSwitches(world.sandbox.freshbooks);
});

afterEach(async () => {
  await turnSwitches(world.sandbox.freshbooks, defaults);
});

afterAll(async () => {
  await world.close();
});

const ledger = () => world.sandbox.freshbooks.control;
const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const sync = (id: string) => syncObject(world.deps, world.tenant, invoice(id));
const recordOf = (id: string) => world.deps.db.record.findFirstOrThrow({ where: invoice(id) });

type Control = Sandbox["freshbooks"]["control"];
type Fate = { befall: (control: Control, id: number) => unknown; state: string };

/** What may befall an invoice that is past due, and the state that we give it: overdue is ours to tell. */
const fates: Readonly<Record<string, Fate>> = {
  partial: { befall: (control, id) => control.recordPayment(id, { amount: "300.00" }), state: "partial" },
  viewed: { befall: (control, id) => control.viewInvoice(id), state: "overdue" },
  disputed: { befall: (control, id) => control.disputeInvoice(id), state: "disputed" },
  resolved: { befall: (control, id) => control.resolveInvoice(id), state: "overdue" },
  retry: { befall: (control, id) => control.autoBillRetry(id), state: "retrying" },
  failed: { befall: (control, id) => control.autoBillFail(id), state: "failed" },
  pending: { befall: (control, id) => control.holdInvoice(id), state: "overdue" },
  declined: { befall: (control, id) => control.declineInvoice(id), state: "declined" },
  deposit: { befall: (control, id) => control.recordPayment(id, { amount: "100.00" }), state: "partial" },
};

async function expectState(name: string, state: string): Promise<void> {
  const fields = { customerid: 0, amount: "900.00", currency_code: "EUR" };
  const customerid = Number(idOf(ledger().createClient({ organization: name, currency_code: "EUR" })));
  const deposit = name === "deposit" ? { deposit_amount: { amount: "100.00" } } : {};
  const id = idOf(ledger().createInvoice({ ...fields, ...deposit, customerid }));
  ledger().markAsSent(Number(id));
  fates[name]?.befall(ledger(), Number(id));
  ledger().letFallDue(Number(id));
  expect(await sync(id)).toBe("written");
  expect(await recordOf(id)).toMatchObject({ state, isOverdue: true, health: "in_step" });
  expect(pipedriveView(world.sandbox).dealsOf(id)).toHaveLength(1);
}

describe("an invoice past due that is also something else", () => {
  it.each(Object.keys(fates))("is told from the others: %s", async (name) => {
    await expectState(name, fates[name]?.state ?? "");
  });

  it.each(variantsOf(freshbooksVariants, "states"))(
    "is told from the others, whichever of the two FreshBooks names: $name",
    async ({ name, switches }) => {
      await turnSwitches(world.sandbox.freshbooks, switches);
      const fate = name.replace(/PastDue.*/, "");
      // Nothing but `v3_status` ever says "declined": where FreshBooks keeps that to itself, overdue is what is left.
      const isKept = switches["declinedPastDue"] === "overdue";
      await expectState(fate, isKept ? "overdue" : (fates[fate]?.state ?? ""));
    },
  );
});

describe("sums", () => {
  const sums = [
    { currency: "JPY", amount: "1500", value: 1500 },
    { currency: "KWD", amount: "12.340", value: 12.34 },
    { currency: "EUR", amount: "0.10", value: 0.1 },
  ];

  it.each([{ name: "by default", switches: {} }, ...variantsOf(freshbooksVariants, "money")])(
    "stand in the deal to the last digit: $name",
    async ({ switches }) => {
      await turnSwitches(world.sandbox.freshbooks, switches);
      for (const { currency, amount, value } of sums) {
        const id = newInvoice(world.sandbox, { amount, currency });
        ledger().markAsSent(Number(id));
        expect(await sync(id)).toBe("written");
        const [deal] = pipedriveView(world.sandbox).dealsOf(id);
        expect(deal).toMatchObject({ value, currency });
        expect(Object.values(deal?.custom_fields ?? {})).toContainEqual({ value, currency });
        expect(await sync(id)).toBe("unchanged");
      }
    },
  );
});
