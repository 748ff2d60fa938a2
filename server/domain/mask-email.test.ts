import { describe, expect, it } from "vitest";
import { maskEmail } from "./mask-email";

describe("maskEmail", () => {
  it.each([
    ["olive.owner@example.com", "o…@example.com"],
    ["a@b.example", "a…@b.example"],
    ['"odd@name"@example.com', '"…@example.com'],
    ["no address", "…"],
    ["", "…"],
  ])("%s → %s", (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
