import { statSync } from "node:fs";
import path from "node:path";

import type { ServerUser } from "./server-user";

const OWNER_MAY_ENTER = 0o100;
const GROUP_MAY_ENTER = 0o010;
const OTHERS_MAY_ENTER = 0o001;

function mayEnter(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & OWNER_MAY_ENTER) !== 0;
  if (gid === user.gid) return (mode & GROUP_MAY_ENTER) !== 0;
  return (mode & OTHERS_MAY_ENTER) !== 0;
}

/**
 * Whether `user` may walk from the root down to `folder` and enter it. A clone under a folder of mode 0700 (`/root`,
 * anything from `mktemp -d`) is out of reach for the server's user, whatever the modes further down.
 */
export function canReach(folder: string, user: ServerUser): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (!mayEnter(at, user)) return false;
    if (at === path.dirname(at)) return true;
  }
}
