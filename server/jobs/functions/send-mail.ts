import { sendDueMail } from "../../use-cases/mail/send-due-mail";
import { inngest } from "../client";
import { mailWaiting } from "../events";
import { syncDeps } from "../job-deps";

/** Sends a mail that was just queued, or whose next try is due. When to try again is the mail's own affair, not the engine's. */
export const sendMailJob = inngest.createFunction(
  { id: "send-mail", triggers: [mailWaiting], concurrency: 5, retries: 2 },
  async ({ event, step }) => {
    const { mailId } = event.data;
    return await step.run("send", () => sendDueMail(syncDeps(), { mailId }));
  },
);
