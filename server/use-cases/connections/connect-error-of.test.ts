import { describe, expect, it } from "vitest";
import { connectErrorSchema, connectErrorSentences } from "../../contracts/connect";
import { AppError } from "../../lib/errors";
import { VendorError } from "../../vendors/http/vendor-error";
import type { VendorErrorFields } from "../../vendors/http/vendor-error";
import { connectErrorFrom, connectErrorOf } from "./connect-error-of";

function answered(fields: Partial<VendorErrorFields>): VendorError {
  const base = {
    vendor: "pipedrive",
    operation: "exchangeCode",
    kind: "auth",
    mayHaveHappened: true,
  } as const;
  return new VendorError({ ...base, ...fields });
}

describe("what a vendor's code becomes", () => {
  it.each([
    ["access_denied", "denied"],
    ["user_denied", "denied"],
    ["invalid_scope", "scope"],
    ["server_error", "unavailable"],
    ["temporarily_unavailable", "unavailable"],
    ["invalid_request", "misconfigured"],
    ["unauthorized_client", "misconfigured"],
    ["unsupported_response_type", "misconfigured"],
    ["something_new", "refused"],
    ["", "refused"],
    ["constructor", "refused"],
  ])("%s → %s", (code, expected) => {
    expect(connectErrorFrom(code)).toBe(expected);
  });
});

describe("what a failed exchange becomes", () => {
  it.each([
    [{ code: "invalid_grant" }, "expired"],
    [{ kind: "auth" as const }, "expired"],
    [{ code: "invalid_client", kind: "forbidden" as const }, "misconfigured"],
    [{ code: "unsupported_grant_type", kind: "invalid" as const }, "misconfigured"],
    [{ kind: "unavailable" as const, status: 503 }, "unavailable"],
    [{ kind: "timeout" as const }, "unavailable"],
    [{ kind: "bad_response" as const }, "unavailable"],
    [{ kind: "forbidden" as const, status: 402, operation: "me" }, "not_open"],
    [{ kind: "forbidden" as const, status: 403, operation: "me" }, "refused"],
  ])("%j → %s", (fields, expected) => {
    expect(connectErrorOf(answered(fields))).toBe(expected);
  });
});

describe("our own refusals", () => {
  it.each([
    ["other_account", "other_account"],
    ["other_environment", "other_environment"],
    ["same_pair", "same_pair"],
  ])("say what they are: %s", (reason, expected) => {
    expect(connectErrorOf(new AppError("conflict", { details: { reason } }))).toBe(expected);
  });

  it("tell an unproved address from a role that is too low", () => {
    const details = { reason: "email_not_verified" };
    expect(connectErrorOf(new AppError("forbidden", { details }))).toBe("unverified");
    expect(connectErrorOf(new AppError("forbidden"))).toBe("forbidden");
  });

  it("have a sentence each, and a fault of ours has one too", () => {
    expect(connectErrorOf(new TypeError("x"))).toBe("internal");
    for (const code of connectErrorSchema.options)
      expect(connectErrorSentences[code].length).toBeGreaterThan(20);
  });
});
