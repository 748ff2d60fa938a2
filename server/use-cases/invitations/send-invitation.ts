import "server-only";
import type { Role } from "../../contracts/permissions";
import { newInvitationToken } from "../../credentials/people/invitation-token";
import type { Transaction } from "../../db/client";
import { saveInvitation } from "../../db/repos/invitation";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import { addMs } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { newId } from "../../lib/ids";
import { canSendMail, queueMail } from "../../mail/queue-mail";
import type { SyncDeps } from "../sync/sync-deps";
import { invitationMail } from "./invitation-mail";

export type InvitationDeps = Pick<SyncDeps, "db" | "clock" | "env" | "log" | "send">;

const lifetimeMs = 7 * 24 * 3_600_000;

/** Throws `not_configured` where an invitation would reach nobody. */
export function requireMail(env: InvitationDeps["env"]): void {
  if (canSendMail(env)) return;
  throw new AppError("not_configured", {
    userMessage: "This server can send no mail, so nobody can be invited. Its operator has to set SMTP_URL.",
  });
}

/**
 * Keeps an invitation with a new secret and queues its mail; a former one to the same address opens nothing any more.
 * Answers the mail's id.
 */
export async function sendInvitation(
  deps: Pick<InvitationDeps, "clock" | "env">,
  transaction: Transaction,
  tenant: Tenant,
  input: { actor: Person; workspaceName: string; email: string; role: Role },
): Promise<string | null> {
  const { actor, workspaceName, email, role } = input;
  const { token, tokenHash } = newInvitationToken();
  const sentAt = deps.clock.now();
  const expiresAt = addMs(sentAt, lifetimeMs);
  const sending = { tokenHash, role, invitedById: actor.userId, sentAt, expiresAt };
  await saveInvitation(transaction, tenant, { id: newId("invitation"), email, ...sending });
  const appUrl = deps.env.APP_URL;
  const mail = { to: email, workspaceName, invitedBy: actor.name, role, expiresAt, appUrl, token };
  return await queueMail(deps, transaction, invitationMail(mail));
}
