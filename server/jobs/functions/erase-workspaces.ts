import { eraseDueWorkspaces } from "../../use-cases/workspaces/erase-due-workspaces";
import { inngest } from "../client";
import { syncDeps } from "../job-deps";

/** Every five minutes: workspaces whose days to be kept are over are erased. */
export const eraseWorkspacesJob = inngest.createFunction(
  { id: "erase-workspaces", triggers: [{ cron: "*/5 * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => await step.run("erase", () => eraseDueWorkspaces(syncDeps())),
);
