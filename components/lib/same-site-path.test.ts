import { describe, expect, it } from "vitest";
import { sameSitePath } from "./same-site-path";

describe("sameSitePath", () => {
  it("keeps a path of this site with its query and hash", () => {
    expect(sameSitePath("/acme/records?health=failing#top", "/workspaces")).toBe(
      "/acme/records?health=failing#top",
    );
  });

  it.each([
    undefined,
    "",
    "acme",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "https:evil.example",
  ])("falls back for %j", (candidate) => {
    expect(sameSitePath(candidate, "/workspaces")).toBe("/workspaces");
  });
});
