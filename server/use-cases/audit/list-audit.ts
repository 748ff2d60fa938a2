import "server-only";
import { z } from "zod";
import type { AuditEntryDto, listAuditOutput } from "../../contracts/audit";
import type { Db } from "../../db/client";
import { listAuditRows } from "../../db/repos/audit-list";
import type { AuditCursor, AuditFilter, AuditRow } from "../../db/repos/audit-list";
import type { Tenant } from "../../db/tenant";
import { deviceOf } from "../../lib/device";
import { auditChanges } from "./audit-changes";
import { auditActionLabels, auditLabel } from "./audit-labels";

type Input = AuditFilter & { cursor?: string | undefined; limit: number };

const cursorSchema = z
  .string()
  .transform((text) => text.split("|"))
  .pipe(z.tuple([z.iso.datetime(), z.string().min(1)]));

/** Where the page before ended; a cursor that is not ours begins at the top. */
function parseCursor(cursor: string | undefined): AuditCursor | undefined {
  const parsed = cursorSchema.safeParse(cursor).data;
  return parsed && { at: new Date(parsed[0]), id: parsed[1] };
}

/** An entry for reading. */
export function toAuditEntry({ before, after, userAgent, ...row }: AuditRow): AuditEntryDto {
  return {
    ...row,
    actionLabel: auditLabel(row.action),
    changes: auditChanges(before, after),
    device: deviceOf(userAgent),
  };
}

/** A page of who did what, the newest first. `nextCursor` is null on the last page. */
export async function listAudit(
  deps: { db: Db },
  tenant: Tenant,
  input: Input,
): Promise<z.output<typeof listAuditOutput>> {
  const { cursor, limit, ...filter } = input;
  const after = parseCursor(cursor);
  const found = await listAuditRows(deps.db, tenant, { ...filter, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map(toAuditEntry),
    nextCursor: last ? `${last.at.toISOString()}|${last.id}` : null,
    actions: auditActionLabels,
  };
}
