import { watchCallbacks } from "../../use-cases/connections/watch-callbacks";
import { syncingTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { watchRequested } from "../events";
import { guarded } from "../guarded";
import { syncDeps } from "../job-deps";

/** Holds a workspace's callbacks against what FreshBooks has: hourly, and when they are silent or not confirmed. */
export const watchCallbacksJob = inngest.createFunction(
  {
    id: "watch-callbacks",
    triggers: [watchRequested],
    concurrency: [{ limit: 1, key: "event.data.workspaceId" }],
    retries: 3,
  },
  async ({ event, step, attempt }) => {
    const deps = syncDeps();
    const { workspaceId } = event.data;
    return step.run("watch", () =>
      guarded({ name: "watch", attempt, workspaceId }, async () => {
        const tenant = await syncingTenant(deps, workspaceId);
        return tenant ? watchCallbacks(deps, tenant) : { repaired: 0, removed: 0 };
      }),
    );
  },
);
