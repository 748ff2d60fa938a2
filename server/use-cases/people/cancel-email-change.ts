import "server-only";
import type { Db } from "../../db/client";
import { deleteMailTokensOf } from "../../db/repos/mail-token";

/** Ends a change of address that waits to be confirmed; the mailed link opens nothing any more. */
export async function cancelEmailChange(deps: { db: Db }, input: { userId: string }): Promise<void> {
  await deleteMailTokensOf(deps.db, input.userId, ["change_email"]);
}
