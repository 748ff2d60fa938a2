import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { commandLine, isRunning } from "@/scripts/lib/process-info";
import { SetupError } from "@/scripts/lib/setup-error";
import { until } from "@/scripts/lib/until";
import type { Place } from "./place-schema";

const NEEDED_BYTES = 300 * 1024 * 1024;
const STOP_WITHIN_MS = 15_000;
/** The server's own environment: nothing of ours, and messages and times that do not depend on the machine. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};
/** A database that is thrown away needs no care for a power cut. */
const EPHEMERAL_SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum_naptime=10min",
];

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new SetupError(`The disk that holds ${folder} is nearly full: free at least 300 MB and try again.`);
}

function giveTo(place: Place, file: string): void {
  if (place.user) chownSync(file, place.user.uid, place.user.gid);
}

/** Makes an empty cluster, once. A half-made one (the power went in the middle) is thrown away and made again. */
export function initialiseCluster(place: Place, password: string): void {
  const parent = path.dirname(place.dataFolder);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  refuseFullDisk(parent);
  if (existsSync(place.dataFolder)) return;
  const draft = `${place.dataFolder}.new`;
  const passwordFile = `${place.dataFolder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(place, draft);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place, passwordFile);
  try {
    runInitdb(place, draft, passwordFile);
    renameSync(draft, place.dataFolder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(place: Place, folder: string, passwordFile: string): void {
  const result = spawnSync(
    path.join(place.installation.folder, "bin", "initdb"),
    [
      ...[`--pgdata=${folder}`, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...(place.isEphemeral ? ["--no-sync"] : []),
    ],
    { cwd: "/", env: ENVIRONMENT, encoding: "utf8", ...place.user },
  );
  if (result.status === 0) return;
  const reason = result.error?.message ?? lastLine(result.stderr);
  throw new SetupError(`PostgreSQL could not make its data folder ${folder}: ${reason}`);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "it gave no reason.";
}

/** Starts the server on 127.0.0.1 alone, without Unix sockets; its log goes to `server.log` in the state folder. */
export function startServer(place: Place, port: number): ChildProcess {
  const log = openSync(path.join(place.stateFolder, "server.log"), "a", 0o600);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  if (place.isEphemeral) settings.push(...EPHEMERAL_SETTINGS);
  return spawn(
    path.join(place.installation.folder, "bin", "postgres"),
    ["-D", place.dataFolder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { cwd: "/", env: ENVIRONMENT, stdio: ["ignore", log, log], ...place.user },
  );
}

/** The process id in `postmaster.pid` if it is truly a PostgreSQL server on this data folder. */
function runningServer(dataFolder: string): number | undefined {
  const file = path.join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isInteger(pid) && isRunning(pid) && commandLine(pid).includes(dataFolder) ? pid : undefined;
}

/** Asks a server to stop at once but cleanly; if it does not, makes it stop as a crash would, which loses nothing. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isRunning(pid)) return;
    process.kill(pid, signal);
    const isGone = await until(() => (isRunning(pid) ? undefined : true), {
      withinMs: STOP_WITHIN_MS,
      what: "The end of the database server",
    }).catch(() => false);
    if (isGone) return;
  }
}

/**
 * Clears what a killed keeper left: stops its server, and removes a `postmaster.pid` whose process id belongs to
 * something else by now (usual after a restart of a container), which PostgreSQL would take for a living server.
 */
export async function clearLeftovers(dataFolder: string): Promise<void> {
  const pid = runningServer(dataFolder);
  if (pid === undefined) rmSync(path.join(dataFolder, "postmaster.pid"), { force: true });
  else await stopServer(pid);
}
