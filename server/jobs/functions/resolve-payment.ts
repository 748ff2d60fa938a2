import { failPayment } from "../../use-cases/sync/fail-payment";
import { resolveCreditNote } from "../../use-cases/sync/resolve-credit-note";
import { resolvePayment } from "../../use-cases/sync/resolve-payment";
import { syncingTenant, workTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { creditNoteChanged, paymentChanged } from "../events";
import { readFailedObject } from "../failed-object";
import { readFailure } from "../failure-text";
import { guarded } from "../guarded";
import { syncDeps } from "../job-deps";
import { objectConcurrency, syncRetries } from "../object-options";

/** Finds the invoices that a payment or credit note concerns, and has them looked at. */
export const resolvePaymentJob = inngest.createFunction(
  {
    id: "resolve-payment",
    triggers: [paymentChanged, creditNoteChanged],
    concurrency: objectConcurrency,
    retries: syncRetries,
    onFailure: async ({ event, error }) => {
      const deps = syncDeps();
      const { workspaceId, eventId } = readFailedObject(event.data);
      const tenant = await workTenant(deps, workspaceId);
      await failPayment(deps, tenant, { eventId, failure: readFailure(error.message) });
    },
  },
  async ({ event, step, attempt }) => {
    const deps = syncDeps();
    const { workspaceId, eventId, objectId } = event.data;
    await step.run("find the invoices", () =>
      guarded({ name: event.name, attempt, workspaceId }, async () => {
        const tenant = await syncingTenant(deps, workspaceId);
        if (!tenant) return;
        const resolve = event.name === paymentChanged.name ? resolvePayment : resolveCreditNote;
        await resolve(deps, tenant, { eventId, objectId });
      }),
    );
  },
);
