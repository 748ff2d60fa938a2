import "server-only";
import { newId } from "../../lib/ids";
import type { Actor } from "../../lib/actor";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

/** Everything that can stand in the audit log. */
export const auditActions = [
  "workspace.made",
  "workspace.renamed",
  "workspace.erase_asked",
  "workspace.erase_undone",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "invitation.sent",
  "invitation.resent",
  "invitation.withdrawn",
  "connection.made",
  "connection.renewed",
  "connection.taken_over",
  "connection.lost",
  "connection.ended",
  "business.chosen",
  "callbacks.registered",
  "callbacks.repaired",
  "mapping.published",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Values by name, for reading: never a secret. */
export type AuditValues = Record<string, string | number | boolean | null>;

export type NewAuditEntry = {
  action: AuditAction;
  /** Whom or what it concerns. */
  subject?: string;
  before?: AuditValues;
  after?: AuditValues;
  at: Date;
};

/** Writes who did what. Pass the transaction of the change itself, so that neither stands without the other. */
export async function insertAuditEntry(
  db: Db,
  tenant: Tenant,
  actor: Actor,
  entry: NewAuditEntry,
): Promise<void> {
  const { action, subject, before, after, at } = entry;
  const data: Prisma.AuditEntryUncheckedCreateInput = {
    workspaceId: tenant.workspaceId,
    id: newId("audit"),
    ...{ action, at, actorId: actor.userId, actorName: actor.name, actorEmail: actor.email },
    ...{ address: actor.address, userAgent: actor.userAgent, requestId: actor.requestId },
    ...(subject !== undefined && { subject }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
  await db.auditEntry.create({ data, select: { id: true } });
}
