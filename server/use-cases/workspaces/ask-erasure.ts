import "server-only";
import { insertAuditEntry } from "../../db/repos/audit";
import { findMember } from "../../db/repos/membership";
import { setEraseAt, whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import { addMs } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { isAllowed } from "../../contracts/permissions";
import { postMails } from "../sign-in/post-mails";
import type { SyncDeps } from "../sync/sync-deps";
import { erasureAskedMail } from "./erasure-mails";
import { graceMs } from "./erasure-times";
import { mailOwners } from "./mail-owners";

type Deps = Pick<SyncDeps, "db" | "clock" | "env" | "log" | "send">;

/** Somebody who was an owner a moment ago may be none any more. */
async function requireOwner(...[db, tenant, userId]: Parameters<typeof findMember>): Promise<void> {
  const member = await findMember(db, tenant, userId);
  if (!member) throw new AppError("not_found");
  if (!isAllowed(member.role, "workspace.erase")) throw new AppError("forbidden");
}

/**
 * Has a workspace erased in seven days: from now on nothing of it is synced, and until then any owner can keep it. Its
 * owners are told by mail. Asking again changes nothing. Throws `invalid_input` unless its name is typed exactly.
 */
export async function askErasure(
  deps: Deps,
  tenant: Tenant,
  input: { actor: Person; typedName: string },
): Promise<{ eraseAt: Date }> {
  const { actor, typedName } = input;
  const { eraseAt, mailIds } = await whileLocked(deps.db, tenant, async (transaction, workspace) => {
    const { name, slug } = workspace;
    await requireOwner(transaction, tenant, actor.userId);
    if (typedName !== name) {
      const userMessage = `Type the workspace’s name exactly as it is: ${name}`;
      throw new AppError("invalid_input", { userMessage, details: { field: "typedName" } });
    }
    if (workspace.eraseAt) return { eraseAt: workspace.eraseAt, mailIds: [] };
    const at = deps.clock.now();
    const eraseAt = addMs(at, graceMs);
    await setEraseAt(transaction, tenant, eraseAt);
    const after = { eraseAt: eraseAt.toISOString() };
    const entry = { action: "workspace.erase_asked", subject: name, after, at } as const;
    await insertAuditEntry(transaction, tenant, actor, entry);
    const settingsUrl = `${deps.env.APP_URL}/${slug}/settings`;
    const mail = erasureAskedMail({ name, askedBy: actor.name, eraseAt, settingsUrl });
    return { eraseAt, mailIds: await mailOwners(deps, transaction, tenant, mail) };
  });
  await postMails(deps, mailIds);
  return { eraseAt };
}
