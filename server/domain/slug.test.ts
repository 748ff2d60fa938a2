import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Byte Ltd", "byte-ltd"],
    ["  Müller & Söhne  ", "muller-sohne"],
    ["北京", "workspace"],
    ["API", "api-workspace"],
    ["Workspaces", "workspaces-workspace"],
    ["--", "workspace"],
  ])("%s → %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("stays short and ends on a word", () => {
    const slug = slugOf(`${"a".repeat(47)} b`.repeat(3));
    expect(slug).toBe("a".repeat(47));
  });
});
