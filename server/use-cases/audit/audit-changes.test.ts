import { describe, expect, it } from "vitest";
import { auditChanges } from "./audit-changes";

describe("auditChanges", () => {
  it("holds what differs, and nothing else", () => {
    const before = { role: "viewer", name: "Ada", version: 3 };
    expect(auditChanges(before, { role: "admin", name: "Ada", version: 4 })).toEqual([
      { name: "role", before: "viewer", after: "admin" },
      { name: "version", before: "3", after: "4" },
    ]);
  });

  it("shows what was not there before, and what is not there any more", () => {
    expect(auditChanges(null, { liveVersion: 1 })).toEqual([
      { name: "live version", before: null, after: "1" },
    ]);
    expect(auditChanges({ isSandbox: true }, undefined)).toEqual([
      { name: "is sandbox", before: "yes", after: null },
    ]);
    expect(auditChanges({ timezone: null }, { timezone: null })).toEqual([]);
  });

  it.each([[[1, 2]], ["text"], [{ nested: { too: "deep" } }]])("takes %j for nothing", (odd) => {
    expect(auditChanges(odd, odd)).toEqual([]);
  });
});
