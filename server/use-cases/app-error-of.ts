import "server-only";
import { AppError } from "../lib/errors";
import type { ErrorCode } from "../lib/errors";
import { RetryLater } from "../lib/retry-later";
import { VendorError } from "../vendors/http/vendor-error";
import type { VendorErrorKind } from "../vendors/http/vendor-error";

const codes = {
  auth: "needs_reconnect",
  forbidden: "vendor_refused",
  rate_limited: "too_many_requests",
  invalid: "vendor_refused",
  not_found: "vendor_refused",
  gone: "vendor_refused",
  conflict: "vendor_refused",
  unavailable: "vendor_unavailable",
  timeout: "vendor_unavailable",
  bad_response: "vendor_unavailable",
} as const satisfies Record<VendorErrorKind, ErrorCode>;

/** The product's error for one that came from below (a vendor, a limit), its sentence and cause kept; else null. */
export function appErrorOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof VendorError) {
    const { userMessage, message } = error;
    return new AppError(codes[error.kind], { userMessage, message, cause: error });
  }
  if (error instanceof RetryLater) {
    return new AppError("too_many_requests", { userMessage: error.message, cause: error });
  }
  return null;
}
