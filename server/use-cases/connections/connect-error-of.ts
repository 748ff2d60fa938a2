import "server-only";
import type { ConnectError } from "../../contracts/connect";
import type { AppError, ErrorCode } from "../../lib/errors";
import { VendorError } from "../../vendors/http/vendor-error";
import { appErrorOf } from "../app-error-of";
import { missingNouns } from "./missing-scopes";

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

/** Refusals of our own that a code alone does not tell apart: `details.reason` of the error. */
const byReason: ReadonlyMap<unknown, ConnectError> = new Map([
  ["other_environment", "other_environment"],
  ["other_account", "other_account"],
  ["same_pair", "same_pair"],
  ["missing_scopes", "scope"],
  ["email_not_verified", "unverified"],
  ["inactive_user", "inactive"],
]);

/**
 * Error codes of RFC 6749 §4.1.2.1 and §5.2, of OpenID Connect and of the two vendors (facts §1 each); whatever else
 * comes is "refused".
 */
const byVendorCode: ReadonlyMap<string, ConnectError> = new Map([
  ["access_denied", "denied"],
  ["user_denied", "denied"],
  ["consent_required", "denied"],
  ["interaction_required", "denied"],
  ["login_required", "denied"],
  ["invalid_scope", "scope"],
  ["invalid_grant", "expired"],
  ["server_error", "unavailable"],
  ["temporarily_unavailable", "unavailable"],
  ["invalid_client", "misconfigured"],
  ["unauthorized_client", "misconfigured"],
  ["invalid_request", "misconfigured"],
  ["unsupported_response_type", "misconfigured"],
  ["unsupported_grant_type", "misconfigured"],
  ["redirect_uri_mismatch", "misconfigured"],
]);

/** What the vendor's own answer says, where it says more than our code. */
function byAnswer(error: unknown): ConnectError | undefined {
  if (!(error instanceof VendorError)) return undefined;
  // 402: the company is closed, or its bill is open (facts pipedrive §7).
  if (error.status === 402) return "not_open";
  if (error.operation !== "exchangeCode") return undefined;
  const named = byVendorCode.get(error.code ?? "");
  if (named) return named;
  // Pipedrive's token endpoint names no code; of all that it refuses only the code itself is new with every consent.
  return error.kind === "auth" ? "expired" : undefined;
}

function sentenceCodeOf(known: AppError): ConnectError {
  return byReason.get(known.details["reason"]) ?? byAnswer(known.cause) ?? byCode[known.code];
}

/** The code that stands in the address for whatever went wrong. */
export function connectErrorOf(error: unknown): ConnectError {
  const known = appErrorOf(error);
  return known ? sentenceCodeOf(known) : "internal";
}

/** The same as it stands in the query: with the scopes that were not granted, by their nouns, where that was it. */
export function connectErrorQuery(error: unknown): { error: ConnectError; missing?: string } {
  const missing = missingNouns(error);
  return { error: connectErrorOf(error), ...(missing !== null && { missing: missing.join(",") }) };
}

/** Our code for the `error` that a vendor sent back with the person. Its text goes nowhere. */
export function connectErrorFrom(vendorCode: string): ConnectError {
  return byVendorCode.get(vendorCode) ?? "refused";
}
