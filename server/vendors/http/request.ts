import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { VendorErrorKind, VendorName } from "./vendor-error";

/** The shape of `fetch`, so that tests and callers can hand in their own. */
export type Fetch = typeof globalThis.fetch;

/** What a vendor's body says about a failure. */
export type Explanation = {
  code?: string | undefined;
  /** The vendor's own words, shown to people. */
  detail?: string | undefined;
  /** Overrules the kind that the status alone would give. */
  kind?: VendorErrorKind | undefined;
  retryAfterMs?: number | undefined;
};

export type ResponseFacts = { status: number; headers: Headers };

/** One call to a vendor. */
export type SendRequest = {
  vendor: VendorName;
  operation: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** A 2xx without a body is an answer, not an accident. */
  mayBeEmpty?: boolean;
  /** Reads the vendor's error shapes; `json` is null when the body was not JSON. */
  explain: (json: unknown, facts: ResponseFacts) => Explanation;
  /** Runs before every try, retries included; what it throws ends the call before anything was sent. */
  beforeTry?: () => Promise<void>;
  /** Sees status and headers of every answer, good or bad. */
  onAnswer?: (facts: ResponseFacts) => Promise<void>;
};

export type SendDeps = {
  fetch?: Fetch | undefined;
  clock: Clock;
  log: Logger;
  /** Per try, headers and body together. 15 s when absent. */
  timeoutMs?: number | undefined;
};

export type VendorResponse = ResponseFacts & {
  /** The parsed body; `null` when it was allowed to be empty and was. */
  json: unknown;
  requestId: string | null;
  /** Of the last try. */
  durationMs: number;
};
