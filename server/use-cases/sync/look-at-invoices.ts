import "server-only";
import { closeEvent } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import { handOver } from "./hand-over";
import type { StoredEvent } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

/** Answers for the event of a payment or credit note: its invoices are marked dirty together, and handed over. */
export async function lookAtInvoices(
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
