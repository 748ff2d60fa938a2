import { noteSilence } from "../../use-cases/connections/callback-silence";
import { runDueSweep } from "../../use-cases/sync/run-due-sweep";
import { syncingTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { sweepRequested } from "../events";
import { guarded } from "../guarded";
import { syncDeps } from "../job-deps";

/** Asks FreshBooks what it did not tell: one sweep at a time per workspace. */
export const runSweepJob = inngest.createFunction(
  {
    id: "run-sweep",
    triggers: [sweepRequested],
    concurrency: [{ limit: 1, key: "event.data.workspaceId" }],
    retries: 5,
  },
  async ({ event, step, attempt }) => {
    const deps = syncDeps();
    const { workspaceId, isManual } = event.data;
    const swept = await step.run("sweep", () =>
      guarded({ name: "sweep", attempt, workspaceId }, async () => {
        const tenant = await syncingTenant(deps, workspaceId);
        return tenant ? runDueSweep(deps, tenant, { isManual }) : { found: 0 };
      }),
    );
    await step.run("listen", () =>
      guarded({ name: "listen", attempt, workspaceId }, async () => {
        const tenant = await syncingTenant(deps, workspaceId);
        return tenant !== null && (await noteSilence(deps, tenant));
      }),
    );
    return swept;
  },
);
