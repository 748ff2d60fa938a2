import "server-only";
import type { Db } from "../db/client";
import { requireMember } from "../db/tenant";
import type { Member } from "../db/tenant";
import { AppError } from "../lib/errors";
import { isAllowed, isAllowedWhileErasing, permissions } from "../contracts/permissions";
import type { Permission } from "../contracts/permissions";
import { requireKept } from "../use-cases/workspaces/require-kept";

/**
 * The person's membership of the workspace, if their role allows what they are about to do.
 * Strangers and unknown slugs: `not_found`. A role that is too low: `forbidden`. A workspace that is about to be erased:
 * `conflict` for whatever would change it.
 */
export async function requirePermission(
  db: Db,
  userId: string,
  slug: string,
  permission: Permission,
): Promise<Member> {
  const member = await requireMember(db, userId, slug);
  if (!isAllowed(member.role, permission)) {
    throw new AppError("forbidden", {
      userMessage: `This needs the role ${permissions[permission]} or higher; yours is ${member.role}. Ask an owner or admin.`,
      details: { permission, role: member.role },
    });
  }
  if (!isAllowedWhileErasing(permission)) requireKept(member.eraseAt);
  return member;
}
