import "server-only";
import { deleteMailsBefore, listDueMails } from "../../db/repos/mail";
import { deleteThrottlesBefore } from "../../db/repos/throttle";
import { mailWaiting } from "../../jobs/events";
import { addMs } from "../../lib/clock";
import type { SyncDeps } from "../sync/sync-deps";

const dayMs = 24 * 3_600_000;
const mailKeptMs = 30 * dayMs;
/** Longer than any kind of try is remembered. */
const triesKeptMs = 2 * dayMs;
const batchSize = 200;

/**
 * The minute's round: mails whose next try is due are asked for again, whether their event was lost or their last try
 * failed; old mails and old tries are forgotten. Tells how many were asked for.
 */
export async function tendMails(deps: Pick<SyncDeps, "db" | "clock" | "send">): Promise<number> {
  const now = deps.clock.now();
  await deleteMailsBefore(deps.db, addMs(now, -mailKeptMs));
  await deleteThrottlesBefore(deps.db, addMs(now, -triesKeptMs));
  const due = await listDueMails(deps.db, now, batchSize);
  const minute = now.toISOString().slice(0, 16);
  await deps.send(
    due.map(({ id }) => ({ name: mailWaiting.name, id: `mail:${id}:${minute}`, data: { mailId: id } })),
  );
  return due.length;
}
