import { afterAll, beforeAll, expect, it } from "vitest";
import { createMember } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { settleRecord } from "./record";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps();
});

afterAll(async () => {
  await deps.close();
});

/** A record of its own that changed three times. */
async function dirtyRecord() {
  const { member } = await createMember(deps);
  const { workspaceId } = member.tenant;
  const data = {
    workspaceId,
    id: "rec_1",
    kind: "invoice",
    freshbooksId: "1",
    label: "1",
    dirtySeq: 3,
  } as const;
  await deps.db.record.create({ data });
  const settle = (seq: number, health: "in_step" | "failing") =>
    settleRecord(deps.db, member.tenant, "rec_1", {
      ...{
        seq,
        health,
        reason: null,
        reasonCode: null,
        at: deps.clock.now(),
        isSynced: health === "in_step",
      },
    });
  const read = () => deps.db.record.findFirst({ where: { workspaceId } });
  return { settle, read };
}

it("waits while something was said after the attempt began", async () => {
  const { settle, read } = await dirtyRecord();
  await settle(2, "in_step");
  expect(await read()).toMatchObject({ syncedSeq: 2, health: "waiting" });
  await settle(3, "in_step");
  expect(await read()).toMatchObject({ syncedSeq: 3, health: "in_step" });
});

it("keeps the later attempt's word when an earlier one ends after it", async () => {
  const { settle, read } = await dirtyRecord();
  await settle(3, "in_step");
  await settle(1, "failing");
  expect(await read()).toMatchObject({ syncedSeq: 3, health: "in_step" });
});
