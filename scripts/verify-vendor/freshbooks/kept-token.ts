import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { readJsonFile, writeJsonFile } from "../../lib/json-file";

const schema = z.object({ from: z.string(), refreshToken: z.string() });

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * FreshBooks' refresh tokens work once. So that the same variable serves again, the token that follows on it is kept in
 * a file beside a digest of the one it began with, readable by its owner alone.
 */
export function keptToken(file: string, given: string) {
  const kept = readJsonFile(file, schema);
  return {
    /** The newest refresh token of the chain that began with the given one. */
    refreshToken: kept?.from === digest(given) ? kept.refreshToken : given,
    keep: (refreshToken: string) => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeJsonFile(file, { from: digest(given), refreshToken });
    },
  };
}
