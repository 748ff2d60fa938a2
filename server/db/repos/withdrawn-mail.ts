import "server-only";
import type { Db } from "../client";

/** Takes a mail back that was queued in this very transaction. A null id, or that of no mail, takes nothing back. */
export async function withdrawMail(db: Db, id: string | null): Promise<void> {
  await db.mail.deleteMany({ where: { id: id ?? "" } });
}
