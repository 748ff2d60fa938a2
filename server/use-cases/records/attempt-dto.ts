import "server-only";
import { z } from "zod";
import { fieldChangeSchema, outcomeSchema, writeSchema } from "../../contracts/sync";
import type { AttemptDto } from "../../contracts/sync";
import type { DetailedAttempt } from "../../db/repos/record-detail";

/** Only what the screens need of a stored plan. */
const planSchema = z.object({ skips: z.array(z.object({ because: z.string() })) });
const fieldsSchema = z.array(fieldChangeSchema);

/** Why nothing, or not everything, was written: the sentences of a stored plan. */
export function skipsOf(plan: unknown): string[] {
  return (planSchema.safeParse(plan).data?.skips ?? []).map(({ because }) => because);
}

/** The field changes of a stored write; none when they are of a shape we no longer know. */
export function fieldsOf(fields: unknown) {
  return fieldsSchema.safeParse(fields).data ?? [];
}

/** Names of members by user id. */
export type Names = ReadonlyMap<string, string>;

/** Who asked for an event or attempt, by name. */
export function actorNameOf({ actorId }: { actorId: string | null }, names: Names): string | null {
  return actorId === null ? null : (names.get(actorId) ?? null);
}

/** An attempt with its writes as the record page takes it. */
export function toAttemptDto(attempt: DetailedAttempt, names: Names): AttemptDto {
  const { plan, writes, outcome, actorId, ...rest } = attempt;
  return {
    ...rest,
    actorName: actorNameOf({ actorId }, names),
    outcome: outcomeSchema.parse(outcome),
    skips: skipsOf(plan),
    writes: writes.map((write) => ({
      ...write,
      kind: writeSchema.shape.kind.parse(write.kind),
      fields: fieldsOf(write.fields),
    })),
  };
}
