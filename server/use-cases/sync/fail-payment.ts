import "server-only";
import { closeEvent } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import type { RunFailure } from "./fail-run";
import { failureEnd } from "./failure-end";
import type { SyncDeps } from "./sync-deps";

/**
 * Ends a run that could not find the invoices of a payment or credit note. What may end by itself stays open, and the
 * outbox asks again; the rest is closed with its reason, and the sweep finds the invoice by its own change.
 */
export async function failPayment(
  deps: Pick<SyncDeps, "db" | "clock">,
  tenant: Tenant,
  input: { eventId: string; failure: RunFailure },
): Promise<void> {
  const { eventId, failure } = input;
  if (failureEnd(failure.code) !== "final") return;
  const end = { id: eventId, status: "failed", detail: failure.message, at: deps.clock.now() } as const;
  await closeEvent(deps.db, tenant, end);
}
