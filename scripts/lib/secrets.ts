import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { readEnvironment } from "./environment";
import { readJsonFile, writeJsonFile } from "./json-file";
import { DATA_FOLDER } from "./paths";

/** What the app needs to keep secrets; see `server/lib/env.ts` for their shapes. */
export type Secrets = { NEXTAUTH_SECRET: string; ENCRYPTION_KEYS: string };

const schema = z.object({ NEXTAUTH_SECRET: z.string().min(32), ENCRYPTION_KEYS: z.string().min(1) });

const SECRETS_FILE = path.join(DATA_FOLDER, "secrets.json");

function makeSecrets(): Secrets {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `local:${randomBytes(32).toString("hex")}`,
  };
}

/** Secrets for a run that is thrown away. */
export function ephemeralSecrets(): Secrets {
  return makeSecrets();
}

/** Puts a new key before those that this clone keeps, and gives back its id. */
export function addCloneKey(): string {
  const kept = keptSecrets();
  const id = `local-${randomBytes(4).toString("hex")}`;
  const key = `${id}:${randomBytes(32).toString("hex")}`;
  writeJsonFile(SECRETS_FILE, { ...kept, ENCRYPTION_KEYS: `${key},${kept.ENCRYPTION_KEYS}` });
  return id;
}

/** What `.data/secrets.json` holds; made when there is none. */
function keptSecrets(): Secrets {
  const found = readJsonFile(SECRETS_FILE, schema);
  if (found) return found;
  const made = makeSecrets();
  mkdirSync(DATA_FOLDER, { recursive: true });
  writeJsonFile(SECRETS_FILE, made);
  return made;
}

/**
 * The environment's own secrets; those it does not give are made at the first start and kept in `.data/secrets.json`,
 * readable by its owner alone. They belong to the database beside them: lose the one and the other is of no use.
 */
export function cloneSecrets(): Secrets {
  const kept = keptSecrets();
  const { NEXTAUTH_SECRET = kept.NEXTAUTH_SECRET, ENCRYPTION_KEYS = kept.ENCRYPTION_KEYS } =
    readEnvironment();
  return { NEXTAUTH_SECRET, ENCRYPTION_KEYS };
}
