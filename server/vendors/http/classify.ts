import type { VendorErrorKind } from "./vendor-error";

const kindByStatus: Readonly<Record<number, VendorErrorKind>> = {
  400: "invalid",
  401: "auth",
  402: "forbidden",
  403: "forbidden",
  404: "not_found",
  408: "timeout",
  409: "conflict",
  410: "gone",
  429: "rate_limited",
};

/** Statuses whose meaning hangs on the body: a web page with one of them comes from the edge, not the API. */
const needsBody: ReadonlySet<number> = new Set([400, 401, 404, 409, 410, 422]);

/** The kind of failure a status stands for when the vendor's code does not say more. */
export function kindOfStatus(status: number, isReadable: boolean): VendorErrorKind {
  if (status < 400) return "bad_response";
  if (status >= 500) return "unavailable";
  if (!isReadable && needsBody.has(status)) return "bad_response";
  return kindByStatus[status] ?? "invalid";
}

/** Whether a write answered with this status may have been carried out all the same. */
export function mayHaveCommitted(status: number): boolean {
  return status < 400 || status === 408 || status >= 500;
}

/** Failures of the connection itself, before a byte of the request could have been read by the vendor. */
const neverSent: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Whether the request certainly never reached the vendor. Unknown failures count as "it may have". */
export function wasNeverSent(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string" && neverSent.has(at.code)) return true;
  }
  return false;
}
