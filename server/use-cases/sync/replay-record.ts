import "server-only";
import { findRecordById } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { handOver } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

/** Looks at a record again now: a new numbered attempt that reads and plans afresh, named after who asked. */
export async function replayRecord(
  deps: Pick<SyncDeps, "db" | "clock" | "log" | "send">,
  tenant: Tenant,
  input: { recordId: string; actorId: string },
): Promise<{ eventId: string }> {
  const record = await findRecordById(deps.db, tenant, input.recordId);
  if (!record) throw new AppError("not_found");
  const event = await markDirty(deps, tenant, {
    kind: record.kind,
    freshbooksId: record.freshbooksId,
    origin: "replay",
    name: "replay",
    actorId: input.actorId,
  });
  await handOver(deps, tenant, [event]);
  return { eventId: event.id };
}
