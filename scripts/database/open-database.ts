import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

import { readJsonFile, writeJsonFile } from "@/scripts/lib/json-file";
import { ROOT } from "@/scripts/lib/paths";
import { SetupError } from "@/scripts/lib/setup-error";
import { takeLock } from "@/scripts/setup/lock.mjs";
import { takeHold, type Hold } from "./hold";
import {
  DATABASE,
  databaseUrl,
  FILES,
  identitySchema,
  reportSchema,
  serverSchema,
  type RunningServer,
} from "./keeper-protocol";
import { clonePlace, ephemeralPlace } from "./place";
import type { Place } from "./place-schema";

/** An embedded database that runs for as long as it is held. */
export type OpenDatabase = Hold & { url: string };

async function holdRunning(place: Place): Promise<{ server: RunningServer; hold: Hold } | undefined> {
  const file = path.join(place.stateFolder, FILES.server);
  const server = readJsonFile(file, serverSchema);
  if (!server) return undefined;
  const hold = await takeHold(server);
  if (hold) return { server, hold };
  rmSync(file, { force: true });
  return undefined;
}

/** Starts a keeper in a session of its own, so that a Ctrl-C meant for us does not reach it, and reads its one line. */
async function startKeeper(place: Place): Promise<RunningServer> {
  writeJsonFile(path.join(place.stateFolder, FILES.place), place);
  const keeper = spawn(
    process.execPath,
    ["--import", "tsx", path.join(ROOT, "scripts", "database", "keeper.ts"), place.stateFolder],
    { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "ignore"] },
  );
  keeper.unref();
  const lines = createInterface({ input: keeper.stdout });
  let report: unknown;
  for await (const line of lines) {
    report = JSON.parse(line);
    break;
  }
  keeper.stdout.destroy();
  const result = reportSchema.safeParse(report);
  if (!result.success)
    throw new SetupError("The keeper of the database ended before the database was ready: try again.");
  if ("failure" in result.data) throw new SetupError(result.data.failure);
  return result.data;
}

async function openAt(place: Place): Promise<OpenDatabase> {
  const unlock = await takeLock(path.join(place.stateFolder, FILES.lock), { waitMs: 120_000 });
  try {
    const running = await holdRunning(place);
    const server = running?.server ?? (await startKeeper(place));
    const hold = running?.hold ?? (await takeHold(server));
    const identity = readJsonFile(path.join(place.stateFolder, FILES.identity), identitySchema);
    if (!hold || !identity)
      throw new SetupError("The database server ended as soon as it had started: try again.");
    return { ...hold, url: databaseUrl(server.port, identity.password, DATABASE) };
  } finally {
    unlock();
  }
}

/** This clone's lasting database, started unless another command of the clone has it running. */
export async function openCloneDatabase(): Promise<OpenDatabase> {
  return openAt(await clonePlace());
}

/** A database for this run alone, gone when it is released. */
export async function openEphemeralDatabase(): Promise<OpenDatabase> {
  return openAt(await ephemeralPlace());
}
