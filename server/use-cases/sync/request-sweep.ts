import "server-only";
import type { Tenant } from "../../db/tenant";
import { sweepRequested } from "../../jobs/events";
import { AppError } from "../../lib/errors";
import { newId } from "../../lib/ids";
import type { SyncDeps } from "./sync-deps";

/** Asks for a sweep now instead of when it is due. */
export async function requestSweep(
  deps: Pick<SyncDeps, "send" | "log">,
  tenant: Tenant,
  input: { actorId: string },
): Promise<{ eventId: string }> {
  const eventId = newId("event");
  const { workspaceId } = tenant;
  try {
    await deps.send([{ name: sweepRequested.name, id: eventId, data: { workspaceId, isManual: true } }]);
  } catch (cause) {
    const userMessage = "The work queue does not answer. Please try again in a minute.";
    throw new AppError("internal", { userMessage, cause });
  }
  deps.log.info({ workspaceId, actorId: input.actorId }, "sweep asked for");
  return { eventId };
}
