import "server-only";
import { z } from "zod";
import type { ActivityRow } from "../../contracts/activity";
import { outcomeSchema } from "../../contracts/sync";
import type { Db } from "../../db/client";
import { listAttemptRows, listWritesOf } from "../../db/repos/activity-list";
import type {
  ActivityCursor,
  ActivityFilter,
  ListedAttempt,
  ListedWrite,
} from "../../db/repos/activity-list";
import type { Tenant } from "../../db/tenant";
import { summarizeAttempt } from "../../domain/attempt-summary";
import { fieldsOf, skipsOf } from "../records/attempt-dto";

type Input = ActivityFilter & { cursor?: string | undefined; limit: number };

const cursorSchema = z
  .string()
  .transform((text) => text.split("|"))
  .pipe(z.tuple([z.iso.datetime(), z.string().min(1)]));

/** Where the page before ended; a cursor that is not ours begins at the top. */
function parseCursor(cursor: string | undefined): ActivityCursor | undefined {
  const parsed = cursorSchema.safeParse(cursor).data;
  return parsed && { startedAt: new Date(parsed[0]), id: parsed[1] };
}

function toRow(attempt: ListedAttempt, writes: readonly ListedWrite[]): ActivityRow {
  const { startedAt, finishedAt, outcome, errorMessage } = attempt;
  const facts = writes.map((write) => ({ ...write, fields: fieldsOf(write.fields) }));
  return {
    attemptId: attempt.id,
    recordId: attempt.recordId,
    kind: attempt.kind,
    label: attempt.label === "" ? attempt.freshbooksId : attempt.label,
    number: attempt.number,
    origin: attempt.origin,
    outcome: outcomeSchema.parse(outcome),
    summary: summarizeAttempt({ outcome, writes: facts, skips: skipsOf(attempt.plan), errorMessage }),
    errorMessage,
    eventCount: attempt.eventCount,
    writeCount: writes.filter(({ status }) => status === "done" || status === "adopted").length,
    startedAt,
    durationMs: finishedAt && Math.max(0, finishedAt.getTime() - startedAt.getTime()),
  };
}

/** A page of attempts, newest first; two queries whatever its size. `nextCursor` is null on the last page. */
export async function listActivity(
  deps: { db: Db },
  tenant: Tenant,
  input: Input,
): Promise<{ rows: ActivityRow[]; nextCursor: string | null }> {
  const { cursor, limit, ...filter } = input;
  const after = parseCursor(cursor);
  const found = await listAttemptRows(deps.db, tenant, { ...filter, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const writes = await listWritesOf(
    deps.db,
    tenant,
    page.map(({ id }) => id),
  );
  const byAttempt = Map.groupBy(writes, ({ attemptId }) => attemptId);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map((attempt) => toRow(attempt, byAttempt.get(attempt.id) ?? [])),
    nextCursor: last ? `${last.startedAt.toISOString()}|${last.id}` : null,
  };
}
