import "server-only";
import type { ConnectError } from "../../contracts/connect";
import { isOtherEnvironment } from "../../credentials/other-environment";
import type { ErrorCode } from "../../lib/errors";
import { appErrorOf } from "../app-error-of";
import { isOtherAccount } from "./other-account";

const byCode = {
  invalid_input: "expired",
  unauthenticated: "signed_out",
  forbidden: "forbidden",
  not_found: "forbidden",
  conflict: "refused",
  too_many_requests: "unavailable",
  needs_reconnect: "refused",
  vendor_unavailable: "unavailable",
  vendor_refused: "refused",
  not_configured: "not_configured",
  internal: "internal",
} as const satisfies Record<ErrorCode, ConnectError>;

/** The code that stands in the address for whatever went wrong. */
export function connectErrorOf(error: unknown): ConnectError {
  const known = appErrorOf(error);
  if (!known) return "internal";
  if (isOtherEnvironment(known)) return "other_environment";
  return isOtherAccount(known) ? "other_account" : byCode[known.code];
}

/** Error codes of RFC 6749 and of the two vendors (facts §1 each); whatever else comes is "refused". */
const vendorCodes: Readonly<Record<string, ConnectError>> = {
  access_denied: "denied",
  user_denied: "denied",
  invalid_scope: "scope",
  server_error: "unavailable",
  temporarily_unavailable: "unavailable",
};

/** Our code for the `error` that a vendor sent back with the person. Its text goes nowhere. */
export function connectErrorFrom(vendorCode: string): ConnectError {
  return Object.hasOwn(vendorCodes, vendorCode) ? (vendorCodes[vendorCode] ?? "refused") : "refused";
}
