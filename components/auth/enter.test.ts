import { describe, expect, it } from "vitest";
import { entranceTo, entryOf } from "./enter";

const answer = { ok: true, error: null, status: 200, url: "http://localhost/" };

describe("entryOf", () => {
  it("knows who is in", () => {
    expect(entryOf(answer)).toEqual({ kind: "entered" });
  });

  it.each(["CredentialsSignin", "throttled.", "throttled.soon"])("takes %s for a refusal", (error) => {
    expect(entryOf({ ...answer, ok: false, status: 401, error })).toEqual({ kind: "refused" });
  });

  it("is not taken in by an answer that calls an error well", () => {
    expect(entryOf({ ...answer, error: "CredentialsSignin" })).toEqual({ kind: "refused" });
  });

  it("reads how long to wait", () => {
    const throttled = { ...answer, ok: false, status: 401, error: "throttled.120" };
    expect(entryOf(throttled)).toEqual({ kind: "throttled", seconds: 120 });
  });

  it("tells silence from a refusal", () => {
    expect(entryOf(undefined)).toEqual({ kind: "unreachable" });
  });
});

describe("entranceTo", () => {
  it("keeps the way on whole", () => {
    expect(entranceTo("/invite?token=a&b=c")).toBe("/sign-in?callbackUrl=%2Finvite%3Ftoken%3Da%26b%3Dc");
  });
});
