import { auditActions } from "../../db/repos/audit";
import type { AuditAction } from "../../db/repos/audit";

/** Each action in words that stand between who did it and whom or what it concerns; an action without any does not compile. */
const labels = {
  "workspace.made": "made the workspace",
  "workspace.renamed": "renamed the workspace",
  "workspace.erase_asked": "asked to erase the workspace",
  "workspace.erase_undone": "kept the workspace",
  "member.joined": "joined by invitation",
  "member.role_changed": "changed the role of",
  "member.removed": "removed",
  "member.left": "left the workspace",
  "invitation.sent": "invited",
  "invitation.resent": "invited once more",
  "invitation.withdrawn": "withdrew the invitation of",
  "connection.made": "connected",
  "connection.renewed": "reconnected",
  "connection.taken_over": "took over the connection to",
  "connection.lost": "lost the connection to",
  "connection.ended": "disconnected",
  "business.chosen": "chose the business",
  "callbacks.registered": "registered callbacks at",
  "callbacks.repaired": "repaired callbacks at",
  "mapping.published": "published the mapping",
} as const satisfies Record<AuditAction, string>;

/** Every action with its label, in the order of the table. */
export const auditActionLabels = auditActions.map((action) => ({ action, label: labels[action] }));

/** An action in words; one that only a newer version of ours knows stays as it is. */
export function auditLabel(action: string): string {
  return auditActionLabels.find((known) => known.action === action)?.label ?? action;
}
