import { describe, expect, it } from "vitest";
import { linkedRows } from "./linked-rows";

const google = { id: "google", label: "Google" } as const;
const atGoogle = {
  provider: "google",
  label: "Google",
  email: "olive@example.com",
  linkedAt: new Date("2026-11-01T00:00:00Z"),
} as const;
const atGithub = { ...atGoogle, provider: "github", label: "GitHub" } as const;

describe("linkedRows", () => {
  it("offers what is set up and not linked", () => {
    expect(linkedRows([google], [])).toEqual([{ provider: "google", label: "Google", linked: null }]);
  });

  it("keeps what was linked before and is no longer set up, so that it can be unlinked", () => {
    expect(linkedRows([google], [atGithub, atGoogle])).toEqual([
      { provider: "google", label: "Google", linked: atGoogle },
      { provider: "github", label: "GitHub", linked: atGithub },
    ]);
  });

  it("is empty where there is nothing to link", () => {
    expect(linkedRows([], [])).toEqual([]);
  });
});
