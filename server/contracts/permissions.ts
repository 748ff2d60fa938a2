import { z } from "zod";

/** What a member may be, the weightiest first. */
export const roles = ["owner", "admin", "editor", "viewer"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.output<typeof roleSchema>;

/** What may be done in a workspace, and the least role that may do it: the only such table, for screens, router and tests. */
export const permissions = {
  "workspace.read": "viewer",
  "workspace.leave": "viewer",
  "members.read": "viewer",
  "sync.check": "editor",
  "sync.replay": "editor",
  "connections.test": "editor",
  "connections.manage": "admin",
  "mapping.publish": "admin",
  "workspace.rename": "admin",
  "members.manage": "admin",
  "audit.read": "admin",
  "workspace.erase": "owner",
} as const satisfies Record<string, Role>;

/** A row of the table. */
export type Permission = keyof typeof permissions;

const weight = { viewer: 1, editor: 2, admin: 3, owner: 4 } as const satisfies Record<Role, number>;

/** Whether a member with this role may do it. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return weight[role] >= weight[permissions[permission]];
}

/** Whether a role is at least as weighty as another: nobody gives, changes or takes away a weightier role than their own. */
export function isAtLeast(role: Role, other: Role): boolean {
  return weight[role] >= weight[other];
}
