import "server-only";
import { listVersions } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { foldInvoiceState } from "../../domain/invoice-state";
import type { SourceClient, SourceInvoice } from "../../domain/source";
import type { RecordKind } from "../../contracts/sync";
import type { SyncDeps } from "./sync-deps";

/** An object that is not as we last read it, and which look found it. */
export type Changed = { kind: RecordKind; freshbooksId: string; name: string };

/** Invoices of a list whose change token or state differs from ours; overdue and viewed move no token (facts §5.2). */
export async function findChangedInvoices(
  deps: SyncDeps,
  tenant: Tenant,
  input: { invoices: readonly SourceInvoice[]; today: string; name: string },
): Promise<readonly Changed[]> {
  const freshbooksIds = input.invoices.map(({ id }) => id);
  const known = await listVersions(deps.db, tenant, { kind: "invoice", freshbooksIds });
  return input.invoices
    .filter((invoice) => {
      const ours = known.get(invoice.id);
      const now = foldInvoiceState(invoice, input.today);
      return (
        ours?.version !== invoice.version || ours.state !== now.state || ours.isOverdue !== now.isOverdue
      );
    })
    .map(({ id }) => ({ kind: "invoice" as const, freshbooksId: id, name: input.name }));
}

/**
 * Rows of a list that could not be read: looked at one by one, so that each shows its reason. Those that show one
 * already, or are about to, are left.
 */
export async function findUnreadable(
  deps: SyncDeps,
  tenant: Tenant,
  input: { kind: RecordKind; rows: readonly { id: string | null }[] },
): Promise<readonly Changed[]> {
  const freshbooksIds = input.rows.flatMap(({ id }) => (id === null ? [] : [id]));
  if (freshbooksIds.length === 0) return [];
  const known = await listVersions(deps.db, tenant, { kind: input.kind, freshbooksIds });
  const isShown = (id: string) => ["waiting", "failing"].includes(known.get(id)?.health ?? "");
  return freshbooksIds
    .filter((id) => !isShown(id))
    .map((freshbooksId) => ({ kind: input.kind, freshbooksId, name: "sweep.unreadable" }));
}

/** Clients of a list whose change token differs from ours. */
export async function findChangedClients(
  deps: SyncDeps,
  tenant: Tenant,
  input: { clients: readonly SourceClient[]; name: string },
): Promise<readonly Changed[]> {
  const freshbooksIds = input.clients.map(({ id }) => id);
  const known = await listVersions(deps.db, tenant, { kind: "client", freshbooksIds });
  return input.clients
    .filter((client) => known.get(client.id)?.version !== client.version)
    .map(({ id }) => ({ kind: "client" as const, freshbooksId: id, name: input.name }));
}
