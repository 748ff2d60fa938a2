import { tendMails } from "../../use-cases/mail/tend-mails";
import { inngest } from "../client";
import { syncDeps } from "../job-deps";

/** Every minute: mails that are due are asked for again, old ones forgotten. */
export const tendMailsJob = inngest.createFunction(
  { id: "tend-mails", triggers: [{ cron: "* * * * *" }], concurrency: 1, retries: 1 },
  async ({ step }) => await step.run("tend", () => tendMails(syncDeps())),
);
