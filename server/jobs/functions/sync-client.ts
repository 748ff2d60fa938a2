import { carryOut } from "../../use-cases/sync/carry-out";
import { plannedRunSchema } from "../../use-cases/sync/durable-step";
import { failRun } from "../../use-cases/sync/fail-run";
import { planClientRun } from "../../use-cases/sync/plan-client-run";
import { workTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { durableStep } from "../durable-step";
import { clientChanged } from "../events";
import { readFailure } from "../failure-text";
import { readFailedObject } from "../failed-object";
import { syncDeps } from "../job-deps";
import { objectConcurrency, objectPriority, syncRetries } from "../object-options";

/** Brings one client's organization up to date, one run at a time per client, the workspaces sharing fairly. */
export const syncClient = inngest.createFunction(
  {
    id: "sync-client",
    triggers: [clientChanged],
    concurrency: objectConcurrency,
    priority: objectPriority,
    retries: syncRetries,
    onFailure: async ({ event, error }) => {
      const deps = syncDeps();
      const failed = readFailedObject(event.data);
      const tenant = await workTenant(deps, failed.workspaceId);
      const failure = readFailure(error.message);
      const { objectId: freshbooksId, runKey, eventId } = failed;
      await failRun(deps, tenant, { kind: "client", freshbooksId, runKey, eventId, failure });
    },
  },
  async ({ event, step, runId, attempt }) => {
    const deps = syncDeps();
    const { workspaceId, objectId: clientId } = event.data;
    const tenant = () => workTenant(deps, workspaceId);
    const durable = durableStep(step, { attempt, workspaceId });
    const planned = await durable("plan", plannedRunSchema, async () =>
      planClientRun(deps, await tenant(), { clientId, runKey: runId }),
    );
    return planned === null ? "nothing to do" : carryOut({ deps, tenant, step: durable }, planned);
  },
);
