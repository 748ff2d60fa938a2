import "server-only";
import { insertAuditEntry } from "../../db/repos/audit";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import { reopenHandedEvents } from "../../db/repos/sync-event";
import { setEraseAt, whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { postMails } from "../sign-in/post-mails";
import type { SyncDeps } from "../sync/sync-deps";
import { workspaceKeptMail } from "./erasure-mails";
import { mailOwners } from "./mail-owners";

type Deps = Pick<SyncDeps, "db" | "clock" | "env" | "log" | "send">;

/**
 * Undoes the asking for an end: the workspace syncs again, and what came in meanwhile is taken up within the minute. A
 * workspace that nobody wants erased stays as it is. Throws `conflict` once its time is over.
 */
export async function keepWorkspace(deps: Deps, tenant: Tenant, { actor }: { actor: Actor }): Promise<void> {
  const mailIds = await whileLocked(deps.db, tenant, async (transaction, { name, slug, eraseAt }) => {
    if (eraseAt === null) return [];
    const at = deps.clock.now();
    if (eraseAt <= at) {
      throw new AppError("conflict", { userMessage: "It is too late: this workspace is being erased." });
    }
    await setEraseAt(transaction, tenant, null);
    await reopenHandedEvents(transaction, tenant);
    await makeSweepDue(transaction, tenant, at);
    const before = { eraseAt: eraseAt.toISOString() };
    const entry = { action: "workspace.erase_undone", subject: name, before, at } as const;
    await insertAuditEntry(transaction, tenant, actor, entry);
    const settingsUrl = `${deps.env.APP_URL}/${slug}/settings`;
    const mail = workspaceKeptMail({ name, keptBy: actor.name, settingsUrl });
    return await mailOwners(deps, transaction, tenant, mail);
  });
  await postMails(deps, mailIds);
}
