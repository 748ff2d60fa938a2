import { systemClock } from "@/server/lib/clock";
import type { EngineOptions } from "../engine-options";
import type { FunctionSet } from "../functions/function-set";
import { defaultRetryDelaysMs, defaultRetryJitterMs } from "../pure/retry-delay";
import type { RetryPolicy } from "../pure/retry-delay";
import { openDatabase } from "../store/database";
import type { Core } from "./core";
import { Dispatcher } from "./dispatcher";
import { createProgressWriter } from "./progress-writer";
import { Residence } from "./residence";
import type { Sdk } from "./sdk";

/** Connections of the engine's pool; statements are short and gathered, so that few suffice. */
const connections = 8;
const callTimeoutMs = 30 * 60_000;

/** The working parts of an engine, not yet set going. */
export type Parts = {
  core: Core;
  dispatcher: Dispatcher;
  residence: Residence;
  /** From now on only the calls under way may send events. */
  stopTaking: () => void;
};

function retryPolicy({ retryDelaysMs }: EngineOptions): RetryPolicy {
  return retryDelaysMs
    ? { delaysMs: retryDelaysMs, jitterMs: 0 }
    : { delaysMs: defaultRetryDelaysMs, jitterMs: defaultRetryJitterMs };
}

function startResidence(options: EngineOptions, core: Core, dispatcher: Dispatcher): Residence {
  return new Residence({
    url: options.databaseUrl,
    log: options.log,
    database: core.database,
    beatMs: options.beatMs ?? 1_000,
    onWork: () => {
      dispatcher.lookForDue();
    },
    onLost: () => {
      dispatcher.abandonCalls();
    },
  });
}

/** Joins the parts of an engine: they know each other through its core. */
export function assemble(options: EngineOptions, sdk: Sdk, functions: FunctionSet): Parts {
  const { log, clock = systemClock, databaseUrl: url, beforeStatement } = options;
  const database = openDatabase({ url, connections, log, beforeStatement });
  let isStopping = false;
  const core: Core = {
    database,
    functions,
    sdk,
    clock,
    log,
    writer: createProgressWriter(database, clock),
    inTurn: (work) =>
      database.transaction((session) =>
        work({ session, functions, processId: core.processId(), now: clock.now() }),
      ),
    retry: retryPolicy(options),
    callTimeoutMs: options.callTimeoutMs ?? callTimeoutMs,
    processId: () => residence.processId,
    isStopping: () => isStopping,
    lookForWork: () => {
      dispatcher.lookForWork();
    },
    lookForDue: () => {
      dispatcher.lookForDue();
    },
  };
  const dispatcher = new Dispatcher(core, {
    concurrency: options.concurrency ?? 10,
    pollMs: options.pollMs ?? 2_000,
    onGivenUp: () => {
      residence.renew();
    },
  });
  const residence = startResidence(options, core, dispatcher);
  return {
    core,
    dispatcher,
    residence,
    stopTaking: () => {
      isStopping = true;
    },
  };
}
