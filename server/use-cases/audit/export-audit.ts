import "server-only";
import { stringify } from "csv-stringify/sync";
import type { AuditEntryDto } from "../../contracts/audit";
import type { Db } from "../../db/client";
import { listAuditRows } from "../../db/repos/audit-list";
import type { AuditCursor, AuditFilter } from "../../db/repos/audit-list";
import type { Tenant } from "../../db/tenant";
import { toAuditEntry } from "./list-audit";

const pageSize = 500;

const columns = [
  ...["At (UTC)", "Who", "E-mail", "Action", "What was done", "Concerns", "Changes"],
  ...["Address", "Device", "Id"],
];

function changesInWords(changes: AuditEntryDto["changes"]): string {
  return changes
    .map(({ name, before, after }) => `${name}: ${before ?? "nothing"} → ${after ?? "nothing"}`)
    .join("; ");
}

function toCells(entry: AuditEntryDto): (string | null)[] {
  const { actorName, actorEmail, action, actionLabel, subject, changes, address, device, id } = entry;
  return [
    ...[entry.at.toISOString(), actorName, actorEmail, action, actionLabel, subject],
    ...[changesInWords(changes), address, device, id],
  ];
}

/** Rows as CSV. Names are anybody's word: what a spreadsheet would take for a formula gets a quote before it. */
function toCsv(rows: readonly (string | null)[][], options: { isFirst: boolean }): string {
  return stringify([...rows], {
    // The mark by which spreadsheets know UTF-8.
    ...(options.isFirst && { header: true, columns, bom: true }),
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** The whole log as CSV (RFC 4180, UTF-8), the newest first, a page at a time: a long log takes no more memory than a short one. */
export async function* exportAudit(
  deps: { db: Db },
  tenant: Tenant,
  filter: AuditFilter = {},
): AsyncGenerator<string, void> {
  let after: AuditCursor | undefined;
  for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
    const rows = await listAuditRows(deps.db, tenant, { ...filter, after, limit: pageSize });
    yield toCsv(
      rows.map((row) => toCells(toAuditEntry(row))),
      { isFirst },
    );
    isLast = rows.length < pageSize;
    after = rows.at(-1);
  }
}
