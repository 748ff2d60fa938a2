import { describe, expect, it } from "vitest";
import { oneOf, refusalOf } from "./role-words";

describe("refusalOf", () => {
  it.each([
    ["viewer", "sync.replay", "Only owners, admins and editors may do this; you are a viewer here."],
    ["editor", "connections.manage", "Only owners and admins may do this; you are an editor here."],
    ["admin", "workspace.erase", "Only owners may do this; you are an admin here."],
  ] as const)("tells a %s who may do %s", (role, permission, sentence) => {
    expect(refusalOf(role, permission)).toBe(sentence);
  });

  it.each([
    ["viewer", "workspace.read"],
    ["editor", "sync.replay"],
    ["admin", "members.manage"],
    ["owner", "workspace.erase"],
  ] as const)("has nothing against a %s and %s", (role, permission) => {
    expect(refusalOf(role, permission)).toBeNull();
  });
});

describe("oneOf", () => {
  it("puts the right article before a role", () => {
    expect([oneOf("owner"), oneOf("viewer")]).toEqual(["an owner", "a viewer"]);
  });
});
