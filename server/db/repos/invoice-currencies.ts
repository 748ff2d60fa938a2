import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

/** The currencies of the invoices that have come in so far. */
export async function listInvoiceCurrencies(db: Db, { workspaceId }: Tenant): Promise<string[]> {
  const rows = await db.record.groupBy({
    by: ["currency"],
    where: { workspaceId, kind: "invoice", currency: { not: null } },
  });
  return rows.flatMap(({ currency }) => (currency === null ? [] : [currency]));
}
