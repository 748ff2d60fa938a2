import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";

import { readJsonFile, writeJsonFile } from "@/scripts/lib/json-file";
import { SetupError } from "@/scripts/lib/setup-error";
import { takeLock } from "@/scripts/setup/lock.mjs";
import { clearLeftovers, initialiseCluster, stopServer } from "./cluster";
import { openDoor, type Door } from "./door";
import { FILES, identitySchema, type RunningServer } from "./keeper-protocol";
import { markOwner, removeRun } from "./outside";
import { placeSchema, type Place } from "./place-schema";
import { startReadyServer } from "./ready-server";

/*
 * The keeper of one database server: a process of its own that starts the server, and stops it when the last command
 * that uses it has gone. A command holds a connection to the keeper for as long as it lives, so even one that is
 * killed lets go. The keeper is told its place by a file in the state folder, which is its one argument, and prints
 * one line: that it is ready, or why not.
 */

const FIRST_USER_WITHIN_MS = 20_000;
const PREDECESSOR_WITHIN_MS = 60_000;

function report(line: RunningServer | { failure: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function tidy(place: Place): Promise<void> {
  if (place.isEphemeral) await removeRun(place.stateFolder);
}

/** Starts the server, announces it, and waits for its end; `door` stays open to those who wait for the end. */
async function serve(place: Place, door: Door, token: string): Promise<void> {
  const identityFile = path.join(place.stateFolder, FILES.identity);
  const known = readJsonFile(identityFile, identitySchema);
  const password = known?.password ?? randomBytes(24).toString("hex");
  writeJsonFile(identityFile, { ...known, password });
  await clearLeftovers(place.dataFolder);
  initialiseCluster(place, password);
  const { server, port } = await startReadyServer(place, password, known?.port);
  const serverFile = path.join(place.stateFolder, FILES.server);
  const running = { port, keeperPort: door.port, token };
  writeJsonFile(identityFile, { port, password });
  writeJsonFile(serverFile, running);
  report(running);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const told = new Promise<void>((resolve) => process.once("SIGTERM", () => resolve()));
  await Promise.race([door.empty, ended, told]);
  door.shut();
  rmSync(serverFile, { force: true });
  if (server.pid !== undefined) await stopServer(server.pid);
}

async function keep(stateFolder: string): Promise<void> {
  const place = readJsonFile(path.join(stateFolder, FILES.place), placeSchema);
  if (!place) throw new SetupError(`${stateFolder} does not say which database to start.`);
  const release = await takeLock(path.join(stateFolder, "keeper.lock"), { waitMs: PREDECESSOR_WITHIN_MS });
  if (place.isEphemeral) markOwner(stateFolder, String(process.pid));
  const token = randomBytes(16).toString("hex");
  const door = await openDoor(token, FIRST_USER_WITHIN_MS);
  try {
    await serve(place, door, token);
  } finally {
    release();
    await tidy(place);
    door.shut();
    door.dismiss();
  }
}

const [stateFolder = ""] = process.argv.slice(2);
process.on("SIGHUP", () => undefined);
process.on("SIGINT", () => undefined);
process.stdout.on("error", () => undefined);
keep(stateFolder).then(
  () => {
    process.exit(0);
  },
  (error: unknown) => {
    report({ failure: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  },
);
