import "server-only";
import { database } from "../db/client";
import { env } from "../lib/env";
import { log } from "../lib/log";
import { findMissingKeys } from "../use-cases/keys/find-missing-keys";

/**
 * A sentence that says which key is missing, or null. A database that does not answer is no matter of keys: the server
 * starts, and `/api/health` tells.
 */
export async function checkKeys(): Promise<string | null> {
  try {
    const missing = await findMissingKeys({ db: database(), env: env() });
    if (missing.length === 0) return null;
    const ids = missing.map((id) => `"${id}"`).join(", ");
    return (
      `Secrets in the database are sealed with the key ${ids}, which ENCRYPTION_KEYS does not hold. ` +
      `Add it behind the others, or bring back the .data/secrets.json that belongs to this database ` +
      `(docs/runbook.md, "Change the encryption key").`
    );
  } catch (error) {
    log.error({ err: error }, "the encryption keys could not be held against the database");
    return null;
  }
}
