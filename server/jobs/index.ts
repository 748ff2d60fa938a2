import { resolvePaymentJob } from "./functions/resolve-payment";
import { runSweepJob } from "./functions/run-sweep";
import { syncClient } from "./functions/sync-client";
import { syncInvoice } from "./functions/sync-invoice";
import { tickJob } from "./functions/tick";
import { verifyCallbackJob } from "./functions/verify-callback";

/** Every function of the product, as the engine and `/api/inngest` serve them. */
export const jobs = [syncInvoice, syncClient, resolvePaymentJob, verifyCallbackJob, runSweepJob, tickJob];
