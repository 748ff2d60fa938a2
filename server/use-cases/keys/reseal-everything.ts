import "server-only";
import { resealColumn } from "../../credentials/reseal-column";
import { createSealer } from "../../credentials/seal";
import { sealedColumns } from "../../credentials/sealed-columns";
import type { SealedColumn } from "../../credentials/sealed-columns";
import type { Database } from "../../db/client";
import { countByKey } from "../../db/repos/sealed-value";

type Deps = {
  db: Database;
  /** As `ENCRYPTION_KEYS` has them: everything is sealed with the first. */
  keys: readonly [string, ...string[]];
  /** Hears one line at a time. */
  say: (line: string) => void;
};

/** A process that still seals with a former key is given so many chances to have been restarted. */
const passes = 3;

function keyIdOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

async function countLeft(db: Database, column: SealedColumn, keyId: string): Promise<number> {
  const counts = await countByKey(db, column);
  return counts.filter((row) => row.keyId !== keyId).reduce((sum, { count }) => sum + count, 0);
}

/** Whether nothing of the column is left under another key. */
async function resealFully(deps: Deps, column: SealedColumn): Promise<boolean> {
  const { db, keys, say } = deps;
  const keyId = keyIdOf(keys[0]);
  const name = `${column.table}.${column.column}`;
  const sealing = { db, sealer: createSealer(keys), keyId };
  let resealed = 0;
  for (let pass = 1; pass <= passes; pass += 1) {
    const before = resealed;
    const result = await resealColumn(sealing, column, (soFar) => {
      say(`${name}: ${String(before + soFar.resealed)} re-sealed so far`);
    });
    resealed += result.resealed;
    const left = await countLeft(db, column, keyId);
    const isLastPass = pass === passes || left === result.unreadable.length;
    if (!isLastPass) continue;
    for (const { row, keyId: sealedWith, reason } of result.unreadable) {
      say(`${name}: row ${row}, sealed with the key ${sealedWith}: ${reason}`);
    }
    say(`${name}: ${String(resealed)} re-sealed, ${String(left)} left`);
    return left === 0;
  }
  return false;
}

/**
 * Seals everything under the first key, while the app runs. Says how far it is, and of each value that cannot be opened
 * where it stands; the rest goes on. Tells whether nothing is left under another key: only then may those be taken away.
 */
export async function resealEverything(deps: Deps): Promise<boolean> {
  let isDone = true;
  for (const column of sealedColumns) {
    if (!(await resealFully(deps, column))) isDone = false;
  }
  return isDone;
}
