import "server-only";
import { startEngine } from "../engine/start-engine";
import { jobs } from "../jobs";
import { inngest, isEngineEmbedded } from "../jobs/client";
import { systemClock } from "../lib/clock";
import { env } from "../lib/env";
import { log } from "../lib/log";
import { engineHolder } from "./engine-holder";
import { stopOnSignals } from "./stop-on-signals";

/** Runs once when the server process starts, on a database whose address is known: the embedded engine begins to work. */
export async function startServer(databaseUrl: string): Promise<void> {
  if (!isEngineEmbedded()) {
    log.info({ engine: "inngest" }, "functions are served to Inngest proper at /api/inngest");
    return;
  }
  if (engineHolder.get()) return;
  const engine = await startEngine({
    client: inngest,
    functions: jobs,
    databaseUrl,
    log: log.child({ part: "engine" }),
    clock: systemClock,
    concurrency: env().ENGINE_CONCURRENCY,
  });
  engineHolder.set(engine);
  stopOnSignals(engine);
  log.info({ engine: "embedded", functions: jobs.length }, "the engine runs");
}
