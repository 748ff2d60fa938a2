import type { ChildProcess } from "node:child_process";
import path from "node:path";

import { Client } from "pg";

import { findFreePort, isPortFree } from "@/scripts/lib/free-port";
import { SetupError } from "@/scripts/lib/setup-error";
import { until } from "@/scripts/lib/until";
import { startServer, stopServer } from "./cluster";
import { DATABASE, databaseUrl } from "./keeper-protocol";
import type { Place } from "./place-schema";

const READY_WITHIN_MS = 60_000;
const START_TRIES = 3;

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Whether the server came up; false when it ended instead or stayed silent. */
async function comesUp(server: ChildProcess, url: string): Promise<boolean> {
  const outcome = until(
    async () => {
      if (server.exitCode !== null || server.pid === undefined) return false;
      return (await accepts(url)) ? true : undefined;
    },
    { withinMs: READY_WITHIN_MS, what: "The start of the database server" },
  );
  return outcome.catch(() => false);
}

/**
 * Starts the server, on last time's port if that is free, and waits until our database is there. A port may be
 * snatched between asking and using, so it tries a few.
 */
export async function startReadyServer(
  place: Place,
  password: string,
  lastPort: number | undefined,
): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; attempt <= START_TRIES; attempt += 1) {
    const isLastGood = attempt === 1 && lastPort !== undefined && (await isPortFree(lastPort));
    const port = isLastGood ? lastPort : await findFreePort();
    const server = startServer(place, port);
    const url = databaseUrl(port, password, "postgres");
    if (await comesUp(server, url)) {
      await makeDatabase(url);
      return { server, port };
    }
    if (server.pid !== undefined) await stopServer(server.pid);
  }
  const log = path.join(place.stateFolder, "server.log");
  throw new SetupError(
    `The database server did not start (its own words are in ${log}): mend that, or set DATABASE_URL to a server of yours.`,
  );
}
