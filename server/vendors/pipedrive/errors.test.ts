import { describe, expect, it } from "vitest";
import { explainFailure } from "./errors";

const facts = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});

/** The bodies of facts §7. */
const shapes: [string, unknown, object][] = [
  [
    "v1 and some v2",
    { success: false, error: "Entity was not found", error_info: "Object was not found.", data: null },
    { code: undefined, detail: "Entity was not found" },
  ],
  [
    "gateway",
    { success: false, error: "unauthorized access", errorCode: 401, error_info: "Please check" },
    { code: "401", detail: "unauthorized access" },
  ],
  [
    "v2 validation",
    { success: false, error: "Validation failed: x", code: "ERR_SCHEMA_VALIDATION_FAILED" },
    { code: "ERR_SCHEMA_VALIDATION_FAILED", detail: "Validation failed: x" },
  ],
  [
    "errors as an object",
    { status: "error", success: false, errors: { subscription_url: ["invalid"] } },
    { detail: '{"subscription_url":["invalid"]}' },
  ],
  [
    "parts of the wrong type",
    { error: { a: 1 }, code: [], errors: "x" },
    { code: undefined, detail: undefined },
  ],
  ["no JSON at all", null, { code: undefined, detail: undefined }],
];

describe("explainFailure", () => {
  it.each(shapes)("reads %s", (_name, body, expected) => {
    expect(explainFailure(body, facts(400))).toMatchObject(expected);
  });

  it("takes a web page with a 403 for the firewall, which lets us in again, and not for a right that is missing", () => {
    const page = explainFailure(null, facts(403, { "content-type": "text/html; charset=UTF-8" }));
    expect(page).toEqual({ kind: "rate_limited", retryAfterMs: 120_000 });
    const json = { "content-type": "application/json" };
    expect(explainFailure({ error: "Scope and URL mismatch" }, facts(403, json)).kind).toBeUndefined();
  });

  it("waits for the window's reset after a 429 alone, at most a minute", () => {
    const waitFor = (status: number, reset: string) =>
      explainFailure({}, facts(status, { "x-ratelimit-reset": reset })).retryAfterMs;
    expect(waitFor(429, "2")).toBe(2_000);
    expect(waitFor(429, "86400")).toBe(60_000);
    expect(waitFor(400, "2")).toBeUndefined();
    expect(waitFor(429, "soon")).toBeUndefined();
  });
});
