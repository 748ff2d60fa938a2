import { connectEngine, disconnectEngine } from "@/server/lib/engine-port";
import { assemble } from "./calls/assemble";
import type { Core } from "./calls/core";
import { createSdk } from "./calls/sdk";
import { createRequestHandler } from "./calls/take-requests";
import type { EngineHealth, EngineOptions } from "./engine-options";
import { compileFunction } from "./functions/compile-function";
import { createFunctionSet } from "./functions/function-set";
import { cancelRun } from "./store/cancel-run";
import { registerCrons } from "./store/cron";
import { purge } from "./store/purge";
import { readQueue } from "./store/read-queue";
import { getRun, listRuns } from "./store/read-runs";
import type { RunDetail, RunFilter, RunSummary } from "./store/read-runs";

/** A running engine. */
export type Engine = {
  /**
   * Claims no more work, lets the calls under way end within `graceMs` (default 10,000), and hands the rest back for
   * other processes to take at once.
   */
  stop(options?: { graceMs?: number }): Promise<void>;
  /** Never rejects: an engine that cannot reach its database is not well. */
  health(): Promise<EngineHealth>;
  /** The newest runs first. */
  listRuns(filter?: RunFilter): Promise<RunSummary[]>;
  /** One run with its steps and failed attempts, or null. */
  getRun(id: string): Promise<RunDetail | null>;
  /** Cancels a run that is not over; false when there is none. A call in progress is not broken off. */
  cancelRun(id: string, reason: string): Promise<boolean>;
};

const purgeEveryMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * Starts the engine in this process: reads the functions' configuration from the SDK, refuses what it cannot do
 * (`UnsupportedFunctionError`), connects the client's port, and begins to work. The migration must have been applied.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const sdk = createSdk(options.client, options.functions);
  const functions = createFunctionSet((await sdk.readFunctions()).map((raw) => compileFunction(raw.id, raw)));
  const { core, dispatcher, residence, stopTaking } = assemble(options, sdk, functions);
  const { database, inTurn } = core;
  const handler = createRequestHandler(core);
  // Before the first call is made, which may be at once: a process that died may have left some.
  connectEngine(handler);
  try {
    await residence.enter();
    await inTurn(registerCrons);
  } catch (error) {
    disconnectEngine(handler);
    await residence.leave();
    await database.close();
    throw error;
  }
  const cleaning = cleanHourly(core, (options.retentionDays ?? 30) * dayMs);
  dispatcher.lookForDue();

  return {
    stop: async ({ graceMs = 10_000 } = {}) => {
      if (core.isStopping()) return;
      stopTaking();
      clearInterval(cleaning);
      await dispatcher.stop(graceMs);
      disconnectEngine(handler);
      await residence.leave();
      await database.close();
    },
    health: () => tellHealth(core, dispatcher.running, residence.isAlive()),
    listRuns: (filter) => listRuns(database, filter ?? {}),
    getRun: (id) => getRun(database, id),
    cancelRun: (id, reason) => inTurn((turn) => cancelRun(turn, id, reason)),
  };
}

async function tellHealth(core: Core, running: number, isAlive: boolean): Promise<EngineHealth> {
  try {
    const queue = await readQueue(core.database, core.functions, core.clock.now());
    return { ok: isAlive, running, ...queue };
  } catch (error) {
    core.log.warn({ err: error }, "the engine's queue could not be read");
    return { ok: false, running, oldestPendingMs: null, queued: 0 };
  }
}

/** Removes what is too old, every hour. */
function cleanHourly({ database, clock, log }: Core, keptMs: number): NodeJS.Timeout {
  const clean = (): void => {
    purge(database, clock.now(), keptMs).catch((error: unknown) => {
      log.warn({ err: error }, "old runs could not be removed; the engine tries again in an hour");
    });
  };
  return setInterval(clean, purgeEveryMs).unref();
}
