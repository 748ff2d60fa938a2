import { AppError, errorTable } from "../lib/errors";
import { RetryLater } from "../lib/retry-later";
import { VendorError } from "../vendors/http/vendor-error";
import type { VendorErrorKind } from "../vendors/http/vendor-error";
import { codeOf, sentenceOf } from "./sync/sentence-of";

/** What a run does about an error, and why. `stop`: trying again by itself cannot help. */
export type Decision =
  | { do: "stop"; code: string; message: string }
  | { do: "again"; afterMs: number; code: string; message: string };

const scheduleMs = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 300_000] as const;
const longestMs = 600_000;

/** Whether a vendor's refusal may end by itself. */
const vendorRetry = {
  auth: false,
  forbidden: false,
  rate_limited: true,
  invalid: false,
  not_found: false,
  gone: false,
  conflict: true,
  unavailable: true,
  timeout: true,
  bad_response: true,
} as const satisfies Record<VendorErrorKind, boolean>;

function backOffMs(attempt: number): number {
  return scheduleMs[attempt] ?? longestMs;
}

function mayEndByItself(error: unknown): boolean {
  if (error instanceof VendorError) return vendorRetry[error.kind];
  if (error instanceof AppError) return errorTable[error.code].retry;
  return true;
}

function askedWaitMs(error: unknown): number | undefined {
  return error instanceof VendorError || error instanceof RetryLater ? error.retryAfterMs : undefined;
}

/** How long to wait; a vendor that says "now" (`Retry-After: 0`, facts §14.6) is asked again with patience all the same. */
function waitMs(error: unknown, attempt: number): number {
  const asked = askedWaitMs(error);
  return asked === undefined || asked === 0 ? backOffMs(attempt) : asked;
}

/** Decides from the kind of error alone, never from its words. `attempt` counts from 0. */
export function decideRetry(error: unknown, attempt: number): Decision {
  const code = codeOf(error);
  const message = sentenceOf(error);
  if (!mayEndByItself(error)) return { do: "stop", code, message };
  return { do: "again", afterMs: waitMs(error, attempt), code, message };
}
