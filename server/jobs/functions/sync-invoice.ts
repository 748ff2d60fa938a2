import { carryOut } from "../../use-cases/sync/carry-out";
import { plannedRunSchema } from "../../use-cases/sync/durable-step";
import { failRun } from "../../use-cases/sync/fail-run";
import { planInvoiceRun } from "../../use-cases/sync/plan-invoice-run";
import { workTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { durableStep } from "../durable-step";
import { invoiceChanged } from "../events";
import { readFailure } from "../failure-text";
import { readFailedObject } from "../failed-object";
import { syncDeps } from "../job-deps";
import { objectConcurrency, objectPriority, syncRetries } from "../object-options";

/** Brings one invoice's deal up to date, one run at a time per invoice, the workspaces sharing fairly. */
export const syncInvoice = inngest.createFunction(
  {
    id: "sync-invoice",
    triggers: [invoiceChanged],
    concurrency: objectConcurrency,
    priority: objectPriority,
    retries: syncRetries,
    onFailure: async ({ event, error }) => {
      const deps = syncDeps();
      const failed = readFailedObject(event.data);
      const tenant = await workTenant(deps, failed.workspaceId);
      const failure = readFailure(error.message);
      const { objectId: freshbooksId, runKey, eventId } = failed;
      await failRun(deps, tenant, { kind: "invoice", freshbooksId, runKey, eventId, failure });
    },
  },
  async ({ event, step, runId, attempt }) => {
    const deps = syncDeps();
    const { workspaceId, objectId: invoiceId } = event.data;
    const tenant = () => workTenant(deps, workspaceId);
    const durable = durableStep(step, { attempt, workspaceId });
    const planned = await durable("plan", plannedRunSchema, async () =>
      planInvoiceRun(deps, await tenant(), { invoiceId, runKey: runId }),
    );
    return planned === null ? "nothing to do" : carryOut({ deps, tenant, step: durable }, planned);
  },
);
