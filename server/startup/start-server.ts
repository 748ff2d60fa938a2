import "server-only";
import { startEngine } from "../engine/start-engine";
import { jobs } from "../jobs";
import { inngest, isEngineEmbedded } from "../jobs/client";
import { systemClock } from "../lib/clock";
import { env } from "../lib/env";
import { AppError } from "../lib/errors";
import { log } from "../lib/log";
import { engineHolder } from "./engine-holder";
import { stopOnSignals } from "./stop-on-signals";

function requireSettings(): string {
  const { DATABASE_URL, ENCRYPTION_KEYS, NEXTAUTH_SECRET } = env();
  const missing = Object.entries({ DATABASE_URL, ENCRYPTION_KEYS, NEXTAUTH_SECRET })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
  if (DATABASE_URL === undefined || missing.length > 0) {
    const message = `Not set: ${missing.join(", ")}. Start with \`npm start\`, or see .env.example.`;
    throw new AppError("not_configured", { message });
  }
  return DATABASE_URL;
}

/** Runs once when the server process starts: settings are checked, and the embedded engine begins to work. */
export async function startServer(): Promise<void> {
  const databaseUrl = requireSettings();
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
