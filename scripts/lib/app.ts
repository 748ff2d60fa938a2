import path from "node:path";

import { migrate } from "@/scripts/database/migrate";
import { openCloneDatabase, openEphemeralDatabase } from "@/scripts/database/open-database";
import { buildIfChanged } from "./build";
import { checkServerEnvironment, readEnvironment } from "./environment";
import { refuseTakenPort } from "./free-port";
import { DATA_FOLDER, ROOT } from "./paths";
import { say, seconds } from "./say";
import { cloneSecrets, ephemeralSecrets } from "./secrets";
import { SetupError } from "./setup-error";
import type { Supervisor } from "./supervisor";
import { DeadlineError, until } from "./until";

/** How to run the app. */
export type AppOptions = {
  mode: "development" | "production";
  /** A database and secrets for this run alone. */
  isEphemeral: boolean;
  port: number;
  /** Keep its output out of the terminal. */
  isQuiet: boolean;
  /** Its variables beside those set here. */
  env: Record<string, string>;
};

/** The running app. */
export type App = { appUrl: string; databaseUrl: string };

const READY_WITHIN_MS = 120_000;

async function openDatabase(supervisor: Supervisor, isEphemeral: boolean): Promise<string> {
  const given = readEnvironment().DATABASE_URL;
  if (given !== undefined && !isEphemeral) return given;
  const startedAt = Date.now();
  const opening = isEphemeral ? openEphemeralDatabase() : openCloneDatabase();
  const database = await supervisor.keep(opening, (made) => made.release());
  say(`PostgreSQL is up (${seconds(startedAt)}).`);
  return database.url;
}

async function isHealthy(appUrl: string): Promise<true | undefined> {
  try {
    const response = await fetch(`${appUrl}/api/health`, { signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return response.ok ? true : undefined;
  } catch {
    return undefined;
  }
}

/** Starts the database unless DATABASE_URL names one, migrates it, builds if need be, and starts the app. */
export async function startApp(supervisor: Supervisor, options: AppOptions): Promise<App> {
  const { mode, port, isEphemeral, isQuiet } = options;
  checkServerEnvironment(options.env);
  await refuseTakenPort(port, "PORT", "the app");
  const databaseUrl = await openDatabase(supervisor, isEphemeral);
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
  if (mode === "production") await buildIfChanged(supervisor);
  const appUrl = (isEphemeral ? undefined : readEnvironment().APP_URL) ?? `http://localhost:${port}`;
  const startedAt = Date.now();
  const logFile = path.join(DATA_FOLDER, "logs", `app-${port}.log`);
  const verb = mode === "production" ? "start" : "dev";
  supervisor.start({
    name: "The app",
    args: [path.join(ROOT, "node_modules", "next", "dist", "bin", "next"), verb, "--port", String(port)],
    env: {
      ...(isEphemeral ? ephemeralSecrets() : cloneSecrets()),
      ...{
        NODE_ENV: mode,
        APP_URL: appUrl,
        NEXTAUTH_URL: appUrl,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
      },
      ...{ NEXT_MANUAL_SIG_HANDLE: "1", NEXT_TELEMETRY_DISABLED: "1" },
      ...options.env,
    },
    ...(isQuiet && { logFile }),
  });
  const ready = until(() => isHealthy(`http://127.0.0.1:${port}`), {
    withinMs: READY_WITHIN_MS,
    what: "Health",
  });
  await Promise.race([ready, supervisor.lostChild]).catch((error: unknown) => {
    if (!(error instanceof DeadlineError)) throw error;
    const hint = isQuiet ? `see ${logFile}` : "its output above says why";
    throw new SetupError(`The app is up but not well after ${READY_WITHIN_MS / 1000} s: ${hint}.`);
  });
  say(`The app is up at ${appUrl} (${seconds(startedAt)}).`);
  return { appUrl, databaseUrl };
}
