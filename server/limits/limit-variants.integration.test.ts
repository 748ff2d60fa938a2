import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newClient, newInvoice } from "../testing/ledger";
import { pipedriveVariants } from "../testing/pipedrive-variants";
import { pipedriveView } from "../testing/pipedrive-view";
import { syncObject } from "../testing/run-object";
import { createSyncWorld } from "../testing/sync-world";
import type { SyncWorld } from "../testing/sync-world";
import { variantsOf } from "../testing/variants";
import { readSwitches, turnSwitches } from "../testing/vendor-switches";
import type { SwitchValues } from "../testing/vendor-switches";

let world: SyncWorld;
let defaults: SwitchValues;

const pipeline = () => world.sandbox.pipedrive.control;
const dayMs = 86_400_000;

/** Both clocks go on together from here: a run that waits has waited at Pipedrive too. */
function joinClocks(): void {
  const { clock } = world.deps;
  const { advance } = clock;
  clock.advance = (ms) => {
    advance(ms);
    pipeline().advanceClock(ms);
  };
}

beforeAll(async () => {
  world = await createSyncWorld();
  defaults = await readSwitches(world.sandbox.pipedrive);
  joinClocks();
});

afterEach(async () => {
  await turnSwitches(world.sandbox.pipedrive, defaults);
  // Whatever was paused is free again.
  world.deps.clock.advance(2 * dayMs);
});

afterAll(async () => {
  await world.close();
});

/** A backlog: six invoices of one client, one after the other. */
async function workOff(): Promise<{ ids: string[]; outcomes: string[] }> {
  const clientId = newClient(world.sandbox);
  const ids = Array.from({ length: 6 }, () => newInvoice(world.sandbox, { clientId }));
  const outcomes: string[] = [];
  for (const freshbooksId of ids) {
    outcomes.push(await syncObject(world.deps, world.tenant, { kind: "invoice", freshbooksId }));
  }
  return { ids, outcomes };
}

function refusedSince(count: number): number {
  const requests = pipeline().state().requests.slice(count);
  return requests.filter(({ status }) => status === 429 || status === 403).length;
}

const byDefault = { name: "by default", switches: {} };
const variants = [byDefault, ...variantsOf(pipedriveVariants, "limits")];

describe("a backlog at the limits of Pipedrive", () => {
  it.each(variants)("is worked off through its window, each deal once: $name", async ({ switches }) => {
    await turnSwitches(world.sandbox.pipedrive, { burstOAuth: 2, ...switches });
    const before = pipeline().state().requests.length;
    const { ids, outcomes } = await workOff();
    expect(outcomes).toEqual(Array(6).fill("written"));
    const view = pipedriveView(world.sandbox);
    for (const id of ids) expect(view.dealsOf(id)).toHaveLength(1);
    expect(refusedSince(before)).toBeLessThanOrEqual(3);
  });

  it.each(variants)(
    "waits for the next day when its budget is gone, and goes on: $name",
    async ({ switches }) => {
      // Twelve tokens more than are used by now; what others use is gone too.
      await turnSwitches(world.sandbox.pipedrive, { dailyTokens: 24, ...switches });
      const before = pipeline().state().requests.length;
      const { ids, outcomes } = await workOff();
      expect(outcomes).toEqual(Array(6).fill("written"));
      const view = pipedriveView(world.sandbox);
      for (const id of ids) expect(view.dealsOf(id)).toHaveLength(1);
      // Without the headers nothing but refusals tells of it: one each hour, after some that come faster.
      expect(refusedSince(before)).toBeLessThanOrEqual("dailyHeadersMissing" in switches ? 40 : 6);
    },
  );
});
