import { requestWatches } from "../../use-cases/connections/request-watches";
import { handOutbox } from "../../use-cases/sync/hand-outbox";
import { tick } from "../../use-cases/sync/tick";
import { inngest } from "../client";
import { syncDeps } from "../job-deps";

/** Every minute: events that no run has answered are sent again, dues that passed are taken up, sweeps begun, callbacks watched. */
export const tickJob = inngest.createFunction(
  { id: "tick", triggers: [{ cron: "* * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => {
    const deps = syncDeps();
    const sent = await step.run("outbox", () => handOutbox(deps));
    const { due, sweeps } = await step.run("clock", () => tick(deps));
    const watches = await step.run("callbacks", () => requestWatches(deps));
    return { sent, due, sweeps, watches };
  },
);
