import type { Database } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { Tenant } from "../db/tenant";
import { newId } from "../lib/ids";

type RecordSeed = Partial<Omit<Prisma.RecordUncheckedCreateInput, "workspaceId">>;

/** An invoice (unless told otherwise) as the sync would have left it. Returns its id. */
export async function seedRecord(db: Database, tenant: Tenant, seed: RecordSeed = {}): Promise<string> {
  const id = seed.id ?? newId("record");
  const { workspaceId } = tenant;
  await db.record.create({
    data: {
      kind: "invoice",
      freshbooksId: id.slice(-8),
      label: "0001",
      currency: "EUR",
      amount: "100.00",
      outstanding: "100.00",
      paid: "0",
      state: "sent",
      health: "in_step",
      ...seed,
      id,
      workspaceId,
    },
  });
  return id;
}

type AttemptSeed = {
  recordId: string;
  startedAt: Date;
  number?: number;
  outcome?: string;
  origin?: "callback" | "sweep" | "replay";
  durationMs?: number;
  plan?: Prisma.InputJsonValue;
  errorMessage?: string | null;
  writes?: readonly { kind: string; pipedriveId: number; fields: Prisma.InputJsonValue }[];
  /** Events that it answered for, by how long before its end they came. */
  eventAgesMs?: readonly number[];
};

async function seedWrites(
  db: Database,
  { workspaceId }: Tenant,
  attemptId: string,
  writes: NonNullable<AttemptSeed["writes"]>,
): Promise<void> {
  for (const [index, write] of writes.entries()) {
    await db.syncWrite.create({
      data: {
        workspaceId,
        id: newId("write"),
        attemptId,
        ordinal: index + 1,
        freshbooksId: "1",
        status: "done",
        ...write,
      },
    });
  }
}

async function seedEvents(
  db: Database,
  { workspaceId }: Tenant,
  of: { attemptId: string; recordId: string; origin: "callback" | "sweep" | "replay"; finishedAt: Date },
  agesMs: readonly number[],
): Promise<void> {
  for (const age of agesMs) {
    await db.syncEvent.create({
      data: {
        workspaceId,
        id: newId("event"),
        origin: of.origin,
        name: "invoice.update",
        noun: "invoice",
        objectId: "1",
        status: "done",
        recordId: of.recordId,
        attemptId: of.attemptId,
        receivedAt: new Date(of.finishedAt.getTime() - age),
        doneAt: of.finishedAt,
      },
    });
  }
}

/** An attempt with its writes and events. Returns its id. */
export async function seedAttempt(db: Database, tenant: Tenant, seed: AttemptSeed): Promise<string> {
  const { workspaceId } = tenant;
  const id = newId("attempt");
  const finishedAt = new Date(seed.startedAt.getTime() + (seed.durationMs ?? 50));
  const origin = seed.origin ?? "callback";
  await db.syncAttempt.create({
    data: {
      workspaceId,
      id,
      recordId: seed.recordId,
      number: seed.number ?? 1,
      origin,
      mappingVersion: 1,
      dirtySeq: 1,
      runKey: id,
      outcome: seed.outcome ?? "written",
      plan: seed.plan ?? { writes: [], skips: [], warnings: [] },
      errorMessage: seed.errorMessage ?? null,
      startedAt: seed.startedAt,
      finishedAt,
    },
  });
  await seedWrites(db, tenant, id, seed.writes ?? []);
  await seedEvents(
    db,
    tenant,
    { attemptId: id, recordId: seed.recordId, origin, finishedAt },
    seed.eventAgesMs ?? [],
  );
  return id;
}
