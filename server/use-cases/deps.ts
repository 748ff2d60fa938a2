import "server-only";
import { database } from "../db/client";
import type { Database } from "../db/client";
import { systemClock } from "../lib/clock";
import type { Clock } from "../lib/clock";
import { env } from "../lib/env";
import type { Env } from "../lib/env";
import { log } from "../lib/log";
import type { Logger } from "../lib/log";

/** What a use case needs from outside; tests pass their own. */
export type Deps = {
  db: Database;
  clock: Clock;
  log: Logger;
  env: Env;
};

/** The process's own: its database, clock, logger and environment. */
export function processDeps(): Deps {
  return { db: database(), clock: systemClock, log, env: env() };
}
