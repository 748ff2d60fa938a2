import { AppError } from "../../lib/errors";
import { RetryLater } from "../../lib/retry-later";
import { VendorError } from "../../vendors/http/vendor-error";

/** What a person reads of an error; insides stay in the log. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError || error instanceof VendorError) return error.userMessage;
  if (error instanceof RetryLater) return error.message;
  return "Something went wrong on our side; it is in the log.";
}

/** A short code for grouping errors by cause. */
export function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (error instanceof VendorError) return `${error.vendor}_${error.kind}`;
  if (error instanceof RetryLater) return "waiting";
  return "internal";
}
