import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

/** IANA zone of the connected FreshBooks business: by it invoices fall due. Null when it is not known. */
export async function findBusinessZone(db: Db, tenant: Tenant): Promise<string | null> {
  const row = await db.connection.findUnique({
    where: { workspaceId_vendor: { workspaceId: tenant.workspaceId, vendor: "freshbooks" } },
    select: { timezone: true },
  });
  return row?.timezone ?? null;
}
