import { mkdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";

import { DATA_FOLDER } from "@/scripts/lib/paths";
import { SetupError } from "@/scripts/lib/setup-error";
import { canRun, copyInstallation, packagedInstallation, type Installation } from "./binaries";
import { cloneFolder, makeRunFolder, outsideFolder, removeAbandoned, withOutsideLock } from "./outside";
import type { Place } from "./place-schema";
import { canReach } from "./reachable";
import { serverUser, type ServerUser } from "./server-user";

function runnable(outside: string, user: ServerUser | undefined): Installation {
  const packaged = packagedInstallation();
  if (canRun(packaged, user)) return packaged;
  const copy = copyInstallation(packaged, outside);
  if (canRun(copy, user)) return copy;
  throw new SetupError(
    "The embedded PostgreSQL does not run on this machine (it needs glibc): set DATABASE_URL to a server of yours.",
  );
}

/** Who runs a cluster that is there already: its owner, or nobody we could be. */
function ownerOf(dataFolder: string): ServerUser | undefined {
  const stat = statSync(dataFolder, { throwIfNoEntry: false });
  if (!stat || stat.uid === userInfo().uid) return undefined;
  if (userInfo().uid === 0) return { uid: stat.uid, gid: stat.gid };
  throw new SetupError(
    `The database in ${dataFolder} was made by another user of this machine: go on as that user, or remove the folder.`,
  );
}

/** This clone's lasting database: under `.data/` where the server's user can reach it, else outside the clone. */
export async function clonePlace(): Promise<Place> {
  const stateFolder = path.join(DATA_FOLDER, "postgres");
  const inside = path.join(stateFolder, "data");
  mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  const user = ownerOf(inside) ?? serverUser();
  const common = { stateFolder, isEphemeral: false, ...(user && { user }) };
  const packaged = packagedInstallation();
  if ((!user || canReach(stateFolder, user)) && canRun(packaged, user)) {
    return { ...common, dataFolder: inside, installation: packaged };
  }
  const outside = outsideFolder(user);
  return withOutsideLock(outside, async () => {
    await removeAbandoned(outside);
    const folder = cloneFolder(outside, path.join(stateFolder, "outside"));
    return { ...common, dataFolder: path.join(folder, "data"), installation: runnable(outside, user) };
  });
}

/** A database for this run alone, outside the clone. Its keeper removes it when the last user lets go. */
export async function ephemeralPlace(): Promise<Place> {
  const user = serverUser();
  const outside = outsideFolder(user);
  return withOutsideLock(outside, async () => {
    await removeAbandoned(outside);
    const stateFolder = makeRunFolder(outside);
    const installation = runnable(outside, user);
    const dataFolder = path.join(stateFolder, "data");
    return { stateFolder, dataFolder, installation, isEphemeral: true, ...(user && { user }) };
  });
}
