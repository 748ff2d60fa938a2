import { eraseWorkspacesJob } from "./functions/erase-workspaces";
import { keepAliveJob } from "./functions/keep-alive";
import { resolvePaymentJob } from "./functions/resolve-payment";
import { runSweepJob } from "./functions/run-sweep";
import { sendMailJob } from "./functions/send-mail";
import { syncClient } from "./functions/sync-client";
import { syncInvoice } from "./functions/sync-invoice";
import { tendMailsJob } from "./functions/tend-mails";
import { tickJob } from "./functions/tick";
import { verifyCallbackJob } from "./functions/verify-callback";
import { watchCallbacksJob } from "./functions/watch-callbacks";

/** Every function of the product, as the engine and `/api/inngest` serve them. */
export const jobs = [
  syncInvoice,
  syncClient,
  resolvePaymentJob,
  verifyCallbackJob,
  watchCallbacksJob,
  runSweepJob,
  tickJob,
  keepAliveJob,
  eraseWorkspacesJob,
  sendMailJob,
  tendMailsJob,
];
