import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";

import { SetupError } from "@/scripts/lib/setup-error";

/** The account PostgreSQL runs under. */
export type ServerUser = { uid: number; gid: number };

const NAME = "postgres";

function numericId(flag: "-u" | "-g"): number | undefined {
  const result = spawnSync("id", [flag, NAME], { encoding: "utf8" });
  const id = Number.parseInt(result.stdout, 10);
  return result.status === 0 && Number.isInteger(id) ? id : undefined;
}

function findUser(): ServerUser | undefined {
  const uid = numericId("-u");
  const gid = numericId("-g");
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/**
 * Who must run the server: undefined means "whoever we are". PostgreSQL refuses to run as root, so root needs the
 * system user `postgres`, which is made when it is missing.
 */
export function serverUser(): ServerUser | undefined {
  if (userInfo().uid !== 0) return undefined;
  const existing = findUser();
  if (existing) return existing;
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    NAME,
  ]);
  const made = findUser();
  if (made) return made;
  throw new SetupError(
    "PostgreSQL does not run as root, and the system user 'postgres' could not be made: " +
      "run this as an ordinary user, create that user, or set DATABASE_URL to a server of yours.",
  );
}
