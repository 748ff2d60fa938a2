import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findSweepMark } from "../../db/repos/sweep-mark";
import type { Prisma } from "../../db/generated/client";
import { addMs } from "../../lib/clock";
import { seedRecord } from "../../testing/seed-sync";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { runSweep } from "./run-sweep";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

afterEach(async () => {
  await world.deps.db.syncEvent.deleteMany();
  await world.deps.db.record.deleteMany();
  world.deps.sent.length = 0;
});

const objectData = z.object({ objectId: z.string() });
const handedOver = () => world.deps.sent.map(({ data }) => objectData.parse(data).objectId);

/** A record whose change came while a connection was down. */
async function waiting(
  freshbooksId: string,
  minutesAgo: number,
  seed: Partial<Prisma.RecordUncheckedCreateInput> = {},
): Promise<void> {
  const lastEventAt = addMs(world.deps.clock.now(), -minutesAgo * 60_000);
  const dirty = { dirtySeq: 2, syncedSeq: 1, health: "waiting", reasonCode: "needs_reconnect" } as const;
  await seedRecord(world.deps.db, world.tenant, { freshbooksId, lastEventAt, ...dirty, ...seed });
}

describe("the first sweep after a connection was down", () => {
  it("takes up what waited in order of importance", async () => {
    await waiting("client", 1, { kind: "client" });
    await waiting("settled", 2, { outstanding: "0.00", state: "paid" });
    await waiting("open-old", 90);
    await waiting("open-new", 3);
    await waiting("never-read", 50, { outstanding: null, amount: null, state: null });
    await waiting("overdue", 600, { isOverdue: true, state: "overdue" });
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(handedOver()).toEqual(["overdue", "open-new", "never-read", "open-old", "settled", "client"]);
  });

  it("is followed by the next one at once while more waits than it takes up", async () => {
    for (let number = 0; number < 501; number += 1) await waiting(`i${String(number)}`, number + 1);
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(new Set(handedOver()).size).toBe(500);
    const now = world.deps.clock.now();
    expect((await findSweepMark(world.deps.db, world.tenant))?.nextDueAt.getTime()).toBeLessThanOrEqual(
      now.getTime(),
    );
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(new Set(handedOver()).size).toBe(501);
    const mark = await findSweepMark(world.deps.db, world.tenant);
    expect(mark?.nextDueAt.getTime()).toBeGreaterThan(now.getTime());
  });
});
