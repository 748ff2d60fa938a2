import "server-only";
import { findSnapshot } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import type { SourceInvoice } from "../../domain/source";
import { parseInvoiceSnapshot } from "../../contracts/source-snapshot";
import type { SyncDeps } from "./sync-deps";

/**
 * An invoice that FreshBooks has no word of any more (404), as it was when it was last read, and deleted. Null when it
 * was never read.
 */
export async function lastKnownInvoice(
  deps: Pick<SyncDeps, "db">,
  tenant: Tenant,
  recordId: string,
): Promise<SourceInvoice | null> {
  const invoice = parseInvoiceSnapshot(await findSnapshot(deps.db, tenant, recordId));
  return invoice && { ...invoice, axes: { ...invoice.axes, visibility: "deleted" } };
}
