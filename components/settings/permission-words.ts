import type { Permission } from "@/server/contracts/permissions";

/** What a row of the table of permissions lets somebody do, in words. */
export const permissionWords = {
  "workspace.read": "See records, activity and connections",
  "workspace.leave": "Leave the workspace",
  "members.read": "See who is a member",
  "sync.check": "Check FreshBooks now",
  "sync.replay": "Replay a record",
  "connections.test": "Ping a connection and run the pre-flight",
  "connections.manage": "Connect, reconnect and disconnect",
  "mapping.publish": "Publish a mapping",
  "workspace.rename": "Rename the workspace",
  "members.manage": "Invite, change and remove members",
  "audit.read": "Read and export the audit log",
  "workspace.erase": "Delete the workspace",
} as const satisfies Record<Permission, string>;
