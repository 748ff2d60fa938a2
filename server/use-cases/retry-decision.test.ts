import { describe, expect, it } from "vitest";
import { AppError } from "../lib/errors";
import { RetryLater } from "../lib/retry-later";
import { VendorError } from "../vendors/http/vendor-error";
import type { VendorErrorKind } from "../vendors/http/vendor-error";
import { decideRetry } from "./retry-decision";

function vendorError(kind: VendorErrorKind, retryAfterMs?: number): VendorError {
  return new VendorError({
    vendor: "pipedrive",
    operation: "createDeal",
    kind,
    retryAfterMs,
    mayHaveHappened: false,
  });
}

describe("decideRetry", () => {
  it.each(["auth", "forbidden", "invalid", "not_found", "gone"] as const)("stops at %s", (kind) => {
    expect(decideRetry(vendorError(kind), 0)).toMatchObject({ do: "stop", code: `pipedrive_${kind}` });
  });

  it.each(["rate_limited", "unavailable", "timeout", "bad_response", "conflict"] as const)(
    "comes back after %s",
    (kind) => {
      expect(decideRetry(vendorError(kind), 0)).toMatchObject({ do: "again", afterMs: 1_000 });
    },
  );

  it("waits as long as the vendor or the limiter asks", () => {
    expect(decideRetry(vendorError("rate_limited", 1_700), 5)).toMatchObject({ afterMs: 1_700 });
    expect(decideRetry(new RetryLater(2_500, "the window is full"), 0)).toMatchObject({ afterMs: 2_500 });
  });

  it("does not hurry because a vendor says that it need not wait at all", () => {
    expect(decideRetry(vendorError("rate_limited", 0), 0)).toMatchObject({ afterMs: 1_000 });
    expect(decideRetry(vendorError("rate_limited", 0), 5)).toMatchObject({ afterMs: 60_000 });
  });

  it("waits longer each time, to ten minutes at most", () => {
    const waits = Array.from({ length: 20 }, (_, attempt) => decideRetry(vendorError("timeout"), attempt));
    const afterMs = waits.map((decision) => (decision.do === "again" ? decision.afterMs : -1));
    expect(afterMs).toEqual(afterMs.toSorted((left, right) => left - right));
    expect(afterMs.at(-1)).toBe(600_000);
  });

  it("goes by the table for our own errors, and shows no insides of unknown ones", () => {
    expect(decideRetry(new AppError("needs_reconnect"), 0)).toMatchObject({
      do: "stop",
      code: "needs_reconnect",
    });
    const unknown = decideRetry(new TypeError("secret insides"), 0);
    expect(unknown).toMatchObject({ do: "again", code: "internal" });
    expect(unknown.message).not.toContain("insides");
  });
});
