/**
 * What becomes of a record whose run gave up:
 * `person` waits for someone to reconnect or set up; `turn` only never got its turn and goes on at once; `vendor` may
 * end by itself and is tried again by the next sweep; `final` needs a change in FreshBooks, or of ours.
 */
type FailureEnd = "person" | "turn" | "vendor" | "final";

const ends: Readonly<Record<string, FailureEnd>> = {
  needs_reconnect: "person",
  not_configured: "person",
  freshbooks_auth: "person",
  pipedrive_auth: "person",
  waiting: "turn",
  too_many_requests: "vendor",
  vendor_unavailable: "vendor",
};

const passing = /^(?:freshbooks|pipedrive)_(?:rate_limited|unavailable|timeout|bad_response|conflict)$/;

/** Decided by the failure's code alone (`codeOf`). */
export function failureEnd(code: string): FailureEnd {
  return ends[code] ?? (passing.test(code) ? "vendor" : "final");
}
