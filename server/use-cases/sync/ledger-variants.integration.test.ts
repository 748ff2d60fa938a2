import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { freshbooksVariants } from "../../testing/freshbooks-variants";
import { idOf, newClient, newInvoice } from "../../testing/ledger";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runSent } from "../../testing/run-sent";
import { tester } from "../../testing/tester";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { variantsOf } from "../../testing/variants";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import type { SwitchValues } from "../../testing/vendor-switches";
import { startWebhookDoor } from "../../testing/webhook-door";
import type { WebhookDoor } from "../../testing/webhook-door";
import { registerCallbacks } from "../connections/register-callbacks";
import { runSweep } from "./run-sweep";

let world: SyncWorld;
let door: WebhookDoor;
let defaults: SwitchValues;

const ledger = () => world.sandbox.freshbooks.control;
const work = () => runSent(world.deps, world.tenant);

const minutesMs = 5 * 60_000;
const dayMs = 86_400_000;

/** Both the ledger's clock and ours go on. */
function pass(ms: number): void {
  ledger().advanceClock(ms);
  world.deps.clock.advance(ms);
}

/** Registers with FreshBooks and answers its handshakes until all are verified. */
async function listen(): Promise<void> {
  await registerCallbacks(world.deps, world.tenant, { actor: tester });
  const statuses = async () => (await world.deps.db.callback.findMany()).map(({ status }) => status);
  await vi.waitFor(
    async () => {
      await work();
      expect(await statuses()).toEqual(["verified", "verified", "verified", "verified"]);
    },
    { timeout: 10_000 },
  );
}

beforeAll(async () => {
  door = await startWebhookDoor();
  world = await createSyncWorld({ APP_URL: door.url });
  door.open(world.deps);
  await listen();
  defaults = await readSwitches(world.sandbox.freshbooks);
});

beforeEach(() => {
  world.deps.sent.length = 0;
});

afterEach(async () => {
  await turnSwitches(world.sandbox.freshbooks, defaults);
});

afterAll(async () => {
  await door.close();
  await world.close();
});

const tried = z.array(z.looseObject({ event: z.string(), object_id: z.number(), status: z.number() }));

/** Whether FreshBooks has posted an event of this kind about an object, and had it acknowledged. */
function isTold(event: string, objectId: string): boolean {
  const deliveries = tried.parse(ledger().state().deliveries);
  return deliveries.some(
    (entry) => entry.event === event && String(entry.object_id) === objectId && entry.status === 204,
  );
}

async function isAnyDisabled(): Promise<boolean> {
  const client = await world.deps.freshbooks(world.tenant);
  return (await client.listCallbacks()).some(({ verified }) => !verified);
}

type Hearing = { isLossy: boolean; isLate: boolean };

/** Waits until FreshBooks has told of something, unless it may not, and does what follows from it. */
async function hear(event: string, objectId: string, { isLossy, isLate }: Hearing): Promise<void> {
  if (!isLossy) {
    await expect
      .poll(
        () => {
          if (isLate) pass(minutesMs);
          return isTold(event, objectId);
        },
        { timeout: 5_000 },
      )
      .toBe(true);
  }
  await work();
}

type Story = { clientId: string; walked: string; forgotten: string; dropped: string };

/** A month of a small business: one invoice goes all the way and a little back, one falls due, one is deleted. */
async function live(hearing: Hearing): Promise<Story> {
  const clientId = newClient(world.sandbox);
  const walked = newInvoice(world.sandbox, { clientId });
  const forgotten = newInvoice(world.sandbox, { clientId, amount: "450.10" });
  const dropped = newInvoice(world.sandbox, { clientId, amount: "7.00" });
  for (const id of [walked, forgotten, dropped]) await hear("invoice.create", id, hearing);
  ledger().sendByEmail(Number(walked));
  for (const id of [forgotten, dropped]) {
    ledger().markAsSent(Number(id));
    await hear("invoice.update", id, hearing);
  }
  ledger().viewInvoice(Number(walked));
  const first = idOf(ledger().recordPayment(Number(walked), { amount: "300.00" }));
  await hear("payment.create", first, hearing);
  const second = idOf(ledger().recordPayment(Number(walked), { amount: "600.00" }));
  await hear("payment.create", second, hearing);
  ledger().deletePayment(Number(second));
  await hear("payment.delete", second, hearing);
  ledger().deleteInvoice(Number(dropped));
  await hear("invoice.delete", dropped, hearing);
  ledger().letFallDue(Number(forgotten));
  return { clientId, walked, forgotten, dropped };
}

/** Lost deliveries are made up for by sweeps; what deleted objects leave out of lists is told by callbacks alone. */
async function sweep(): Promise<void> {
  await runSweep(world.deps, world.tenant, { isManual: false });
  await work();
}

const losses: readonly string[] = ["dropNext", "reorderNext"];
const hearingOf = (switches: SwitchValues): Hearing => ({
  isLossy: losses.some((name) => name in switches),
  isLate: "delayMs" in switches,
});

describe("a month in the ledger", () => {
  it.each([{ name: "by default", switches: {} }, ...variantsOf(freshbooksVariants, "deliveries")])(
    "leaves the same deals, each once: $name",
    async ({ switches }) => {
      await turnSwitches(world.sandbox.freshbooks, switches);
      const hearing = hearingOf(switches);
      const { clientId, walked, forgotten, dropped } = await live(hearing);
      const told = pipedriveView(world.sandbox);
      if (!hearing.isLossy) {
        expect(told.dealsOf(walked)).toMatchObject([{ stage: "Partly paid", status: "open" }]);
        expect(told.dealsOf(dropped)).toMatchObject([{ status: "lost" }]);
      }
      // By whichever calendar FreshBooks goes, a day later the business's own has passed the date too.
      if ("dayBoundary" in switches) pass(dayMs);
      await sweep();
      const view = pipedriveView(world.sandbox);
      expect(view.organizationsOf(clientId)).toHaveLength(1);
      expect(view.dealsOf(walked)).toMatchObject([{ stage: "Partly paid", status: "open", value: 900 }]);
      expect(view.dealsOf(forgotten)).toMatchObject([{ stage: "Overdue", status: "open", value: 450.1 }]);
      expect(view.dealsOf(dropped).length).toBeLessThanOrEqual(1);
    },
  );
});

describe("a callback that FreshBooks disabled", () => {
  it.each(variantsOf(freshbooksVariants, "disabled"))(
    "is verified again on the next registration, and nothing of the spell is lost: $name",
    async ({ switches }) => {
      const id = newInvoice(world.sandbox);
      await hear("invoice.create", id, { isLossy: false, isLate: false });
      await turnSwitches(world.sandbox.freshbooks, { disableAfterDrops: 1, retryGapsMs: [], ...switches });
      door.shut();
      ledger().markAsSent(Number(id));
      await expect.poll(isAnyDisabled, { timeout: 5_000 }).toBe(true);
      door.open(world.deps);
      await listen();
      await sweep();
      expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Sent" }]);
      const payment = idOf(ledger().recordPayment(Number(id), { amount: "900.00" }));
      await hear("payment.create", payment, { isLossy: false, isLate: false });
      expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Paid" }]);
    },
  );
});
