import "server-only";
import { closeEvent } from "../../db/repos/sync-event";
import { listOpenInvoicesOfClient } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { handOver } from "./hand-over";
import type { StoredEvent } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

type Input = { eventId: string; objectId: string };

async function lookAt(
  deps: SyncDeps,
  tenant: Tenant,
  input: { eventId: string; name: string; invoiceIds: readonly string[]; because: string },
): Promise<void> {
  const events = await deps.db.$transaction(async (tx) => {
    const marked: StoredEvent[] = [];
    for (const freshbooksId of input.invoiceIds) {
      const mark = { kind: "invoice", freshbooksId, origin: "callback", name: input.name } as const;
      marked.push(await markDirty({ db: tx, clock: deps.clock }, tenant, mark));
    }
    const status = input.invoiceIds.length === 0 ? "ignored" : "done";
    await closeEvent(tx, tenant, { id: input.eventId, status, detail: input.because, at: deps.clock.now() });
    return marked;
  });
  await handOver(deps, tenant, events);
}

/** A payment's callback names the payment only: read it, and look at its invoice (facts §6). */
export async function resolvePayment(deps: SyncDeps, tenant: Tenant, input: Input): Promise<void> {
  const freshbooks = await deps.freshbooks(tenant);
  const payment = await freshbooks.getPayment(input.objectId);
  const invoiceIds = payment && payment.invoiceId !== "" ? [payment.invoiceId] : [];
  const because = payment
    ? `Payment ${payment.id} belongs to ${payment.invoiceId === "" ? "no invoice" : `invoice ${payment.invoiceId}`}.`
    : `FreshBooks does not know payment ${input.objectId}.`;
  await lookAt(deps, tenant, { eventId: input.eventId, name: "payment", invoiceIds, because });
}

/** A credit note may settle any open invoice of its client: look at them all (facts §6). */
export async function resolveCreditNote(deps: SyncDeps, tenant: Tenant, input: Input): Promise<void> {
  const freshbooks = await deps.freshbooks(tenant);
  const note = await freshbooks.getCreditNote(input.objectId);
  const invoiceIds = note ? await listOpenInvoicesOfClient(deps.db, tenant, note.clientId) : [];
  const because = note
    ? `Credit note ${note.id} may concern ${String(invoiceIds.length)} open invoices of client ${note.clientId}.`
    : `FreshBooks does not know credit note ${input.objectId}.`;
  await lookAt(deps, tenant, { eventId: input.eventId, name: "credit_note", invoiceIds, because });
}
