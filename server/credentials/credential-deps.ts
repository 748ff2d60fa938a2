import type { Database } from "../db/client";
import type { Clock } from "../lib/clock";
import type { Env } from "../lib/env";
import type { Logger } from "../lib/log";

/** What this room needs from outside. */
export type CredentialDeps = { db: Database; clock: Clock; log: Logger; env: Env };
