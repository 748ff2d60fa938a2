import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessToken } from "../../credentials/access-token";
import { findConnection } from "../../db/repos/connection";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { keepAlive } from "./keep-alive";

const dayMs = 86_400_000;
let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

const pipedrive = () => findConnection(world.deps.db, world.tenant, "pipedrive");

/** Time goes on for us and for both vendors. */
function passDays(days: number): void {
  world.sandbox.freshbooks.control.advanceClock(days * dayMs);
  world.sandbox.pipedrive.control.advanceClock(days * dayMs);
  world.deps.clock.advance(days * dayMs);
}

describe("keepAlive", () => {
  it("leaves grants alone that were used of late", async () => {
    passDays(20);
    expect(await keepAlive(world.deps)).toEqual({ renewed: 0 });
  });

  it("keeps a workspace that rests for four months connected", async () => {
    for (let month = 0; month < 4; month += 1) {
      passDays(31);
      expect(await keepAlive(world.deps)).toEqual({ renewed: 2 });
      expect(await keepAlive(world.deps)).toEqual({ renewed: 0 });
    }
    const { token } = await accessToken(world.deps, world.tenant, "pipedrive");
    expect(token).not.toBe("");
    expect(await pipedrive()).toMatchObject({ status: "active", reconnectReason: null });
  });

  it("finds out in time that a grant is dead, says so once, and goes on with the others", async () => {
    passDays(61);
    await keepAlive(world.deps);
    expect(await pipedrive()).toMatchObject({ status: "needs_reconnect", reconnectReason: "refused" });
    expect(await findConnection(world.deps.db, world.tenant, "freshbooks")).toMatchObject({
      status: "active",
    });
    expect(await keepAlive(world.deps)).toEqual({ renewed: 0 });
  });
});
