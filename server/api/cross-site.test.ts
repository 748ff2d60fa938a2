import { describe, expect, it } from "vitest";
import { isCrossSite } from "./cross-site";

const appUrl = "https://sync.example";

describe("isCrossSite", () => {
  it.each([
    [{ origin: "https://sync.example" }, false],
    [{ origin: "https://evil.example" }, true],
    [{ origin: "http://sync.example" }, true],
    [{ origin: "https://sync.example:8443" }, true],
    [{ origin: "https://sync.example.evil.example" }, true],
    [{ origin: "null" }, true],
    [{ "sec-fetch-site": "same-origin" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ "sec-fetch-site": "same-site" }, true],
    [{ "sec-fetch-site": "cross-site" }, true],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, true],
    [{}, false],
  ])("%j → %s", (headers, expected) => {
    expect(isCrossSite(new Headers(headers), appUrl)).toBe(expected);
  });
});
