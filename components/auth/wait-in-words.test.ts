import { describe, expect, it } from "vitest";
import { waitInWords } from "./wait-in-words";

describe("waitInWords", () => {
  it.each([
    [0, "1 second"],
    [1, "1 second"],
    [59.2, "1 minute"],
    [125, "2 minutes 5 seconds"],
    [3600, "1 hour"],
    [3661, "1 hour 1 minute"],
    [7200 + 30, "2 hours 30 seconds"],
  ])("%d seconds: %s", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});
