import { z } from "zod";
import { workspaceInput } from "./account";

const filter = {
  action: z.string().max(60).optional(),
  actorId: z.string().max(40).optional(),
  /** Part of whom or what it concerns, or of who did it. */
  search: z.string().trim().max(200).optional(),
};

/** Of `GET /api/export/<workspace>/audit`. */
export const exportAuditInput = z.object(filter);

export const listAuditInput = workspaceInput.extend({
  ...filter,
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.date(),
  /** Code, as `member.role_changed`. */
  action: z.string(),
  /** The action in words, as "changed the role of". */
  actionLabel: z.string(),
  /** Null when the product itself did it. */
  actorId: z.string().nullable(),
  actorName: z.string(),
  actorEmail: z.string().nullable(),
  subject: z.string().nullable(),
  /** What changed, by name; only what differs. */
  changes: z.array(
    z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  address: z.string().nullable(),
  device: z.string().nullable(),
});
export type AuditEntryDto = z.output<typeof auditEntrySchema>;

export const listAuditOutput = z.object({
  entries: z.array(auditEntrySchema),
  nextCursor: z.string().nullable(),
  /** Every action that can stand in the log, for the filter. */
  actions: z.array(z.object({ action: z.string(), label: z.string() })),
});
