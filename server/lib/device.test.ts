import { describe, expect, it } from "vitest";
import { deviceOf } from "./device";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";

describe("deviceOf", () => {
  it.each([
    [`${windows.slice(0, -1)}; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox on Windows"],
    [`${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`, "Chrome on Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
      "Safari on iOS",
    ],
    ["curl/8.9.1", null],
    ["\u0000<script>", null],
    ["  ", null],
    ["", null],
    [null, null],
  ])("%j → %s", (userAgent, expected) => {
    expect(deviceOf(userAgent)).toBe(expected);
  });
});
