import type { Role } from "../db/generated/enums";

/** What may be done in a workspace, and the least role that may do it. The only such table. */
export const permissions = {
  "workspace.read": "viewer",
  "sync.check": "editor",
  "sync.replay": "editor",
  "connections.manage": "admin",
  "mapping.publish": "admin",
} as const satisfies Record<string, Role>;

/** A row of the table. */
export type Permission = keyof typeof permissions;

const weight = { viewer: 1, editor: 2, admin: 3, owner: 4 } as const satisfies Record<Role, number>;

/** Whether a member with this role may do it. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return weight[role] >= weight[permissions[permission]];
}
