import "server-only";
import { findBusinessZone } from "../../db/repos/business-zone";
import { listOpenInvoicesOfClient } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { findChangedInvoices } from "./find-changed";
import { lookAtInvoices } from "./look-at-invoices";
import { recentDay } from "./recent-day";
import type { SyncDeps } from "./sync-deps";

/** Invoices of a client that are not as we last read them, whether open or settled by then. */
async function listChanged(
  deps: SyncDeps,
  tenant: Tenant,
  input: { freshbooks: FreshbooksClient; clientId: string },
): Promise<string[]> {
  const { freshbooks, clientId } = input;
  const now = deps.clock.now();
  const today = dateInZone(now, await findBusinessZone(deps.db, tenant));
  const found: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await freshbooks.listInvoices({ page, clientId, updatedMin: recentDay(now) });
    const changed = await findChangedInvoices(deps, tenant, {
      invoices: list.items,
      today,
      name: "credit_note",
    });
    found.push(...changed.map(({ freshbooksId }) => freshbooksId));
    pages = list.pages;
  }
  return found;
}

/**
 * A credit note may settle any open invoice of its client, and one that is lowered or deleted may open a settled one
 * again (facts §6): look at all that are open in our books, and at those that FreshBooks shows changed.
 */
export async function resolveCreditNote(
  deps: SyncDeps,
  tenant: Tenant,
  input: { eventId: string; objectId: string },
): Promise<void> {
  const freshbooks = await deps.freshbooks(tenant);
  const note = await freshbooks.getCreditNote(input.objectId);
  const look = { eventId: input.eventId, name: "credit_note" };
  if (!note) {
    const because = `FreshBooks does not know credit note ${input.objectId}.`;
    await lookAtInvoices(deps, tenant, { ...look, invoiceIds: [], because });
    return;
  }
  const { clientId } = note;
  const open = await listOpenInvoicesOfClient(deps.db, tenant, clientId);
  const changed = await listChanged(deps, tenant, { freshbooks, clientId });
  const invoiceIds = [...new Set([...open, ...changed])];
  const because = `Credit note ${note.id} may concern ${String(invoiceIds.length)} invoices of client ${clientId}.`;
  await lookAtInvoices(deps, tenant, { ...look, invoiceIds, because });
}
