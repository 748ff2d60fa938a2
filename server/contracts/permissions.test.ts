import { describe, expect, it } from "vitest";
import { isAllowed } from "./permissions";

describe("isAllowed", () => {
  it.each([
    ["viewer", "workspace.read", true],
    ["viewer", "sync.replay", false],
    ["editor", "sync.replay", true],
    ["editor", "sync.check", true],
    ["editor", "connections.manage", false],
    ["editor", "mapping.publish", false],
    ["admin", "connections.manage", true],
    ["admin", "mapping.publish", true],
    ["owner", "mapping.publish", true],
  ] as const)("%s · %s → %s", (role, permission, allowed) => {
    expect(isAllowed(role, permission)).toBe(allowed);
  });
});
