import { describe, expect, it } from "vitest";
import { AppError } from "../../lib/errors";
import { RetryLater } from "../../lib/retry-later";
import { VendorError } from "../../vendors/http/vendor-error";
import type { VendorErrorKind } from "../../vendors/http/vendor-error";
import { decideRetry } from "../retry-decision";
import { failureEnd } from "./failure-end";
import { codeOf } from "./sentence-of";

const kinds = [
  "auth",
  "forbidden",
  "rate_limited",
  "invalid",
  "not_found",
  "gone",
  "conflict",
  "unavailable",
  "timeout",
  "bad_response",
] as const satisfies readonly VendorErrorKind[];

describe("failureEnd", () => {
  it.each(kinds)("agrees with whether a run comes back after %s", (kind) => {
    const error = new VendorError({
      vendor: "pipedrive",
      operation: "createDeal",
      kind,
      mayHaveHappened: false,
    });
    expect(failureEnd(codeOf(error)) === "vendor").toBe(decideRetry(error, 0).do === "again");
  });

  it("waits for people where only they can help, and for its turn where that is all", () => {
    expect(failureEnd(codeOf(new AppError("needs_reconnect")))).toBe("person");
    expect(failureEnd(codeOf(new RetryLater(1_000, "the window is full")))).toBe("turn");
    expect(failureEnd(codeOf(new TypeError("ours")))).toBe("final");
  });
});
