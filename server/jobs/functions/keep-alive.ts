import { keepAlive } from "../../use-cases/connections/keep-alive";
import { inngest } from "../client";
import { syncDeps } from "../job-deps";

/** Hourly: connections that rest are kept from dying of it. */
export const keepAliveJob = inngest.createFunction(
  { id: "keep-alive", triggers: [{ cron: "23 * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => step.run("renew idle grants", () => keepAlive(syncDeps())),
);
