import "server-only";
import type { RecordRow } from "../../contracts/records";
import type { Db } from "../../db/client";
import { listRecordRows } from "../../db/repos/record-list";
import type { RecordFilter } from "../../db/repos/record-list";
import type { Tenant } from "../../db/tenant";
import { toRecordRow } from "./record-row";

type Input = RecordFilter & { cursor?: string | undefined; limit: number };

/** A page of records, newest first; `nextCursor` is null on the last page. */
export async function listRecords(
  deps: { db: Db },
  tenant: Tenant,
  input: Input,
): Promise<{ rows: RecordRow[]; nextCursor: string | null }> {
  const { cursor, limit, ...filter } = input;
  const found = await listRecordRows(deps.db, tenant, { ...filter, beforeId: cursor, limit: limit + 1 });
  const page = found.slice(0, limit);
  const hasMore = found.length > limit;
  return { rows: page.map(toRecordRow), nextCursor: hasMore ? (page.at(-1)?.id ?? null) : null };
}
