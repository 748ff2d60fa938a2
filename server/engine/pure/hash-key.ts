import { createHash } from "node:crypto";

/** A short fixed-length key for a list of texts; different lists give different keys. */
export function hashKey(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
