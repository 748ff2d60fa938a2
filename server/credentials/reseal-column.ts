import "server-only";
import type { Db } from "../db/client";
import { listSealedOtherwise, replaceSealed } from "../db/repos/sealed-value";
import type { SealedValue } from "../db/repos/sealed-value";
import { AppError } from "../lib/errors";
import { SealError } from "./seal";
import type { Sealer } from "./seal";
import type { SealedColumn } from "./sealed-columns";

/** A value that could not be opened, named so that the operator finds it. Says why, never what. */
export type UnreadableValue = { row: string; keyId: string; reason: string };

export type ResealResult = {
  resealed: number;
  /** Others changed these while they were being re-sealed; what they wrote stands. */
  changedMeanwhile: number;
  unreadable: UnreadableValue[];
};

const batchSize = 200;

function openForChange(sealer: Sealer, column: SealedColumn, value: SealedValue): string | UnreadableValue {
  try {
    return sealer.open(value.envelope, column.contextOf(value));
  } catch (error) {
    if (!(error instanceof SealError || error instanceof AppError)) throw error;
    const [, keyId = ""] = value.envelope.split(".");
    return { row: value.key.join("/"), keyId, reason: error.message };
  }
}

async function resealValue(
  { db, sealer }: { db: Db; sealer: Sealer },
  column: SealedColumn,
  value: SealedValue,
): Promise<"resealed" | "changedMeanwhile" | UnreadableValue> {
  const opened = openForChange(sealer, column, value);
  if (typeof opened !== "string") return opened;
  const next = sealer.seal(opened, column.contextOf(value));
  return (await replaceSealed(db, column, value, next)) ? "resealed" : "changedMeanwhile";
}

/**
 * Goes once through a column and seals anew what another key than the first had sealed, row by row, each only in the
 * place of the very value that was read: a token refreshed meanwhile stands. What is done no longer matches, so a run
 * that was cut off is gone on with by another. `onBatch` is told after every batch.
 */
export async function resealColumn(
  deps: { db: Db; sealer: Sealer; keyId: string },
  column: SealedColumn,
  onBatch: (soFar: ResealResult) => void,
): Promise<ResealResult> {
  const result: ResealResult = { resealed: 0, changedMeanwhile: 0, unreadable: [] };
  let after: readonly string[] = [];
  for (;;) {
    const input = { keyId: deps.keyId, after, limit: batchSize };
    const values = await listSealedOtherwise(deps.db, column, input);
    for (const value of values) {
      const outcome = await resealValue(deps, column, value);
      if (typeof outcome === "string") result[outcome] += 1;
      else result.unreadable.push(outcome);
    }
    const last = values.at(-1);
    if (!last) return result;
    after = last.key;
    onBatch(result);
  }
}
