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

/** What may still be done in a workspace that is about to be erased: look, leave, and undo it. */
const whileErasing: ReadonlySet<Permission> = new Set([
  "workspace.read",
  "workspace.leave",
  "members.read",
  "audit.read",
  "workspace.erase",
]);

/** Whether it may be done though the workspace is about to be erased. */
export function isAllowedWhileErasing(permission: Permission): boolean {
  return whileErasing.has(permission);
}

const weight = { viewer: 1, editor: 2, admin: 3, owner: 4 } as const satisfies Record<Role, number>;

/** Whether a member with this role may do it. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return weight[role] >= weight[permissions[permission]];
}

/** Whether a role is at least as weighty as another: nobody gives, changes or takes away a weightier role than their own. */
export function isAtLeast(role: Role, other: Role): boolean {
  return weight[role] >= weight[other];
}
