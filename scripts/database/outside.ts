import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";

import { isRunning } from "@/scripts/lib/process-info";
import { SetupError } from "@/scripts/lib/setup-error";
import { takeLock } from "@/scripts/setup/lock.mjs";
import { clearLeftovers } from "./cluster";
import { canReach } from "./reachable";
import type { ServerUser } from "./server-user";

/*
 * The folder outside the clone, for what the server's user could not reach inside it and for databases that are
 * thrown away. It holds
 *   clone-<random>/  a clone's database; `owner` names the clone's pointer, a file that holds this folder's name
 *   run-<random>/    one run's throw-away database; `owner` is the id of the process that answers for it
 *   postgresql-<version>/  the binaries
 * Whatever an owner left behind is removed by the next command, and the whole folder when nobody is left.
 */

function candidates(user: ServerUser | undefined): string[] {
  if (!user) return [path.join(tmpdir(), `ml-connector-${userInfo().uid}`)];
  return ["/var/lib/ml-connector", "/var/tmp/ml-connector", path.join(tmpdir(), "ml-connector")];
}

/** A folder in a world-writable place must be ours, not one that a stranger laid there. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && stat.uid === userInfo().uid;
}

/** The outside folder, made if need be: one that the server's user can reach. */
export function outsideFolder(user: ServerUser | undefined): string {
  for (const folder of candidates(user)) {
    try {
      mkdirSync(folder, { recursive: true, mode: user ? 0o755 : 0o700 });
    } catch {
      continue;
    }
    if (isOurs(folder) && (!user || canReach(folder, user))) return folder;
  }
  throw new SetupError(
    `No folder could be made that the database server can reach (tried ${candidates(user).join(", ")}): ` +
      "run this as an ordinary user, or set DATABASE_URL to a server of yours.",
  );
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Writes down who answers for a folder, so that it can be removed when the owner is gone. */
export function markOwner(folder: string, owner: string): void {
  writeFileSync(path.join(folder, "owner"), owner, { mode: 0o600 });
}

function ownerIsGone(folder: string, name: string): boolean {
  const owner = readText(path.join(folder, "owner"));
  if (owner === undefined) return true;
  return name.startsWith("run-") ? !isRunning(Number(owner)) : readText(owner) !== name;
}

function makeOwned(outside: string, prefix: "clone-" | "run-", owner: string): string {
  const folder = mkdtempSync(path.join(outside, prefix));
  chmodSync(folder, 0o755);
  markOwner(folder, owner);
  return folder;
}

/** A new folder for this run. Call under the lock. */
export function makeRunFolder(outside: string): string {
  return makeOwned(outside, "run-", String(process.pid));
}

/**
 * The clone's folder outside, named in the clone's pointer file; made anew for a new clone at an old path and for a
 * copied clone, which must not share the first one's database. Call under the lock.
 */
export function cloneFolder(outside: string, pointer: string): string {
  const name = readText(pointer);
  const known = name === undefined ? undefined : path.join(outside, path.basename(name));
  if (known !== undefined && readText(path.join(known, "owner")) === pointer) return known;
  const folder = makeOwned(outside, "clone-", pointer);
  writeFileSync(pointer, path.basename(folder), { mode: 0o600 });
  return folder;
}

/** Runs `work` while no other command makes or removes folders outside. */
export async function withOutsideLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const release = await takeLock(path.join(folder, "lock"), { waitMs: 60_000 });
  try {
    return await work();
  } finally {
    release();
  }
}

/** Removes the folders whose owner is gone, after stopping a server that still runs there. Call under the lock. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    if (!/^(run|clone)-/.test(name) || !ownerIsGone(full, name)) continue;
    await clearLeftovers(path.join(full, "data"));
    rmSync(full, { recursive: true, force: true });
  }
}

/** Removes one run's folder, and the binaries too when nobody outside is left to use them. */
export async function removeRun(folder: string): Promise<void> {
  const outside = path.dirname(folder);
  await withOutsideLock(outside, async () => {
    rmSync(folder, { recursive: true, force: true });
    await removeAbandoned(outside);
    const others = readdirSync(outside).filter((name) => /^(run|clone)-/.test(name));
    if (others.length > 0) return;
    for (const name of readdirSync(outside)) {
      if (name.startsWith("postgresql-")) rmSync(path.join(outside, name), { recursive: true, force: true });
    }
  });
}
