import "server-only";
import type { Db } from "../../db/client";
import { renameUser } from "../../db/repos/user";

/** Changes what a person is called, everywhere but in the audit log, which keeps who they were then. */
export async function renamePerson(deps: { db: Db }, input: { userId: string; name: string }): Promise<void> {
  await renameUser(deps.db, input.userId, input.name);
}
