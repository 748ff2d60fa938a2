import "server-only";
import { database } from "../db/client";
import { readDatabaseHealth } from "../db/repos/health";
import type { DatabaseHealth } from "../db/repos/health";
import { isEngineEmbedded } from "../jobs/client";
import { systemClock } from "../lib/clock";
import { log } from "../lib/log";
import { engineHolder } from "./engine-holder";

export type Health = {
  ok: boolean;
  database: "ok" | "unreachable";
  /** Last applied migration. */
  migration: string | null;
  engine: "embedded" | "inngest" | "stopped" | "failing";
  /** Age in ms of the oldest event without an outcome, null when none waits. */
  oldestEventMs: number | null;
};

async function databaseHealth(): Promise<DatabaseHealth | null> {
  try {
    return await readDatabaseHealth(database(), systemClock.now());
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return null;
  }
}

async function engineHealth(): Promise<Health["engine"]> {
  if (!isEngineEmbedded()) return "inngest";
  const engine = engineHolder.get();
  if (!engine) return "stopped";
  try {
    return (await engine.health()).ok ? "embedded" : "failing";
  } catch (error) {
    log.error({ err: error }, "the engine does not answer");
    return "failing";
  }
}

/** What `/api/health` says of this process (design §9). */
export async function readHealth(): Promise<Health> {
  const [stored, engine] = await Promise.all([databaseHealth(), engineHealth()]);
  const isDatabaseOk = stored !== null && !stored.hasBrokenMigration && stored.migration !== null;
  return {
    ok: isDatabaseOk && (engine === "embedded" || engine === "inngest"),
    database: stored === null ? "unreachable" : "ok",
    migration: stored?.migration ?? null,
    engine,
    oldestEventMs: stored?.oldestEventMs ?? null,
  };
}
