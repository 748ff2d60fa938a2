import { isAllowed, roles, type Permission, type Role } from "@/server/contracts/permissions";

/** Roles as they are shown. */
export const roleWords = {
  owner: "Owner",
  admin: "Admin",
  editor: "Editor",
  viewer: "Viewer",
} as const satisfies Record<Role, string>;

/** A role with its article: "an admin". */
export function oneOf(role: Role): string {
  return `${role === "viewer" ? "a" : "an"} ${role}`;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Why a member with this role may not do it, as a sentence; null when they may. */
export function refusalOf(role: Role, permission: Permission): string | null {
  if (isAllowed(role, permission)) return null;
  const able = roles.filter((other) => isAllowed(other, permission)).map((other) => `${other}s`);
  return `Only ${list.format(able)} may do this; you are ${oneOf(role)} here.`;
}
