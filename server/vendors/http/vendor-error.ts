/** The two services this product speaks to. */
export type VendorName = "freshbooks" | "pipedrive";

/** What went wrong at a vendor. Decided from the HTTP status and the vendor's code, never from its prose. */
export type VendorErrorKind =
  | "auth"
  | "forbidden"
  | "rate_limited"
  | "invalid"
  | "not_found"
  | "gone"
  | "conflict"
  | "unavailable"
  | "timeout"
  | "bad_response";

/** How people know each vendor. */
export const vendorLabels = {
  freshbooks: "FreshBooks",
  pipedrive: "Pipedrive",
} as const satisfies Record<VendorName, string>;

const sentences = {
  auth: "%s no longer accepts our access. Reconnect it; nothing is lost meanwhile.",
  forbidden: "%s does not allow this for the person who connected it.",
  rate_limited: "%s asks us to slow down. We will go on by ourselves.",
  invalid: "%s refused the data.",
  not_found: "%s does not know this object.",
  gone: "%s has deleted this object for good.",
  conflict: "%s says that something else changed this at the same time.",
  unavailable: "%s cannot be reached just now. We will try again by ourselves.",
  timeout: "%s took too long to answer. We will try again by ourselves.",
  bad_response: "%s answered with something we cannot read. We will try again by ourselves.",
} as const satisfies Record<VendorErrorKind, string>;

/** Kinds after which the vendor's own words tell the reader more than our sentence alone. */
const quotedKinds: ReadonlySet<VendorErrorKind> = new Set(["invalid", "forbidden", "conflict"]);

const longestDetail = 300;

export type VendorErrorFields = {
  vendor: VendorName;
  /** The client's method, such as `createDeal`. */
  operation: string;
  kind: VendorErrorKind;
  status?: number | undefined;
  /** The vendor's own code: FreshBooks `errno`, Pipedrive `code`. */
  code?: string | undefined;
  /** The vendor's own words, for people. Never branched on. */
  detail?: string | undefined;
  retryAfterMs?: number | undefined;
  requestId?: string | undefined;
  /** True when a write may have been carried out although no usable answer came back. */
  mayHaveHappened: boolean;
  cause?: unknown;
};

/** A vendor call that did not give what was asked. Carries no header, token or body. */
export class VendorError extends Error {
  override readonly name = "VendorError";
  readonly vendor: VendorName;
  readonly operation: string;
  readonly kind: VendorErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;
  readonly mayHaveHappened: boolean;
  /** A sentence for the person at the screen. */
  readonly userMessage: string;

  constructor(fields: VendorErrorFields) {
    const facts = [fields.status && `HTTP ${String(fields.status)}`, fields.code && `code ${fields.code}`];
    const aside = facts.filter(Boolean).join(", ");
    super(`${fields.vendor} ${fields.operation}: ${fields.kind}${aside === "" ? "" : ` (${aside})`}`, {
      cause: fields.cause,
    });
    this.vendor = fields.vendor;
    this.operation = fields.operation;
    this.kind = fields.kind;
    this.status = fields.status;
    this.code = fields.code;
    this.detail = fields.detail?.slice(0, longestDetail);
    this.retryAfterMs = fields.retryAfterMs;
    this.requestId = fields.requestId;
    this.mayHaveHappened = fields.mayHaveHappened;
    this.userMessage = sentenceFor(fields.vendor, fields.kind, this.detail);
  }
}

function sentenceFor(vendor: VendorName, kind: VendorErrorKind, detail: string | undefined): string {
  const sentence = sentences[kind].replace("%s", () => vendorLabels[vendor]);
  const isQuoted = detail !== undefined && detail !== "" && quotedKinds.has(kind);
  return isQuoted ? `${sentence} It said: “${detail}”` : sentence;
}
