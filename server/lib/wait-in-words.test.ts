import { describe, expect, it } from "vitest";
import { waitInWords } from "./wait-in-words";

describe("waitInWords", () => {
  it.each([
    [0, "1 second"],
    [1, "1 second"],
    [1_001, "2 seconds"],
    [59_000, "59 seconds"],
    [59_500, "1 minute"],
    [60_001, "2 minutes"],
    [59 * 60_000, "59 minutes"],
    [59 * 60_000 + 1, "1 hour"],
    [61 * 60_000, "2 hours"],
  ])("says %i ms as %s, never less", (ms, words) => {
    expect(waitInWords(ms)).toBe(words);
  });
});
