import "server-only";
import type { Tenant } from "../../db/tenant";
import { lookAtInvoices } from "./look-at-invoices";
import type { SyncDeps } from "./sync-deps";

/** A payment's callback names the payment only: read it, and look at its invoice (facts §6). */
export async function resolvePayment(
  deps: SyncDeps,
  tenant: Tenant,
  input: { eventId: string; objectId: string },
): Promise<void> {
  const freshbooks = await deps.freshbooks(tenant);
  const payment = await freshbooks.getPayment(input.objectId);
  const invoiceIds = payment && payment.invoiceId !== "" ? [payment.invoiceId] : [];
  const because = payment
    ? `Payment ${payment.id} belongs to ${payment.invoiceId === "" ? "no invoice" : `invoice ${payment.invoiceId}`}.`
    : `FreshBooks does not know payment ${input.objectId}.`;
  await lookAtInvoices(deps, tenant, { eventId: input.eventId, name: "payment", invoiceIds, because });
}
