import "server-only";
import { sealedColumns } from "../../credentials/sealed-columns";
import type { Database } from "../../db/client";
import { countByKey } from "../../db/repos/sealed-value";
import type { Env } from "../../lib/env";

/** Ids of keys that something is sealed with and that `ENCRYPTION_KEYS` does not hold. */
export async function findMissingKeys(deps: { db: Database; env: Env }): Promise<string[]> {
  const held = new Set(deps.env.ENCRYPTION_KEYS?.map((key) => key.slice(0, key.indexOf(":"))));
  const counts = await Promise.all(sealedColumns.map((column) => countByKey(deps.db, column)));
  const used = new Set(counts.flat().map(({ keyId }) => keyId));
  return [...used].filter((keyId) => !held.has(keyId)).sort();
}
