import type { RecordKind } from "../contracts/sync";
import { carryOut } from "../use-cases/sync/carry-out";
import { plannedRunSchema } from "../use-cases/sync/durable-step";
import { failRun } from "../use-cases/sync/fail-run";
import type { planInvoiceRun } from "../use-cases/sync/plan-invoice-run";
import { syncingTenant, workTenant, writingTenant } from "../use-cases/work-tenant";
import { inngest } from "./client";
import { durableStep } from "./durable-step";
import type { clientChanged, invoiceChanged } from "./events";
import { readFailedObject } from "./failed-object";
import { readFailure } from "./failure-text";
import { syncDeps } from "./job-deps";
import { objectConcurrency, objectPriority, syncRetries } from "./object-options";

type Definition = {
  id: string;
  kind: RecordKind;
  trigger: typeof invoiceChanged | typeof clientChanged;
  plan: typeof planInvoiceRun;
};

/** The function that brings objects of one kind up to date: one run at a time per object, fair between workspaces. */
export function defineObjectSync({ id, kind, trigger, plan }: Definition) {
  return inngest.createFunction(
    {
      id,
      triggers: [trigger],
      concurrency: objectConcurrency,
      priority: objectPriority,
      retries: syncRetries,
      onFailure: async ({ event, error }) => {
        const deps = syncDeps();
        const { workspaceId, objectId: freshbooksId, runKey, eventId } = readFailedObject(event.data);
        const tenant = await workTenant(deps, workspaceId);
        const failure = readFailure(error.message);
        await failRun(deps, tenant, { kind, freshbooksId, runKey, eventId, failure });
      },
    },
    async ({ event, step, runId, attempt }) => {
      const deps = syncDeps();
      const { workspaceId, objectId: freshbooksId } = event.data;
      const durable = durableStep(step, { attempt, workspaceId });
      const planned = await durable("plan", plannedRunSchema, async () => {
        const tenant = await syncingTenant(deps, workspaceId);
        return tenant && plan(deps, tenant, { freshbooksId, runKey: runId });
      });
      if (planned === null) return "nothing to do";
      const tenant = () => workTenant(deps, workspaceId);
      const tenantToWrite = () => writingTenant(deps, workspaceId);
      return carryOut({ deps, tenant, tenantToWrite, step: durable }, planned);
    },
  );
}
