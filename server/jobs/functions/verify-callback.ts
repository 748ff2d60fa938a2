import { verifyCallback } from "../../use-cases/connections/verify-callback";
import { workTenant } from "../../use-cases/work-tenant";
import { inngest } from "../client";
import { callbackOffered } from "../events";
import { guarded } from "../guarded";
import { syncDeps } from "../job-deps";

/** Answers FreshBooks' handshake: the verifier it offered is sent back, and only then trusted (facts §3.3). */
export const verifyCallbackJob = inngest.createFunction(
  {
    id: "verify-callback",
    triggers: [callbackOffered],
    concurrency: [{ limit: 1, key: "event.data.callbackId" }],
    retries: 10,
  },
  async ({ event, step, attempt }) => {
    const deps = syncDeps();
    const { workspaceId, callbackId } = event.data;
    await step.run("verify", () =>
      guarded({ name: "verify", attempt, workspaceId }, async () => {
        await verifyCallback(deps, await workTenant(deps, workspaceId), { callbackId });
      }),
    );
  },
);
