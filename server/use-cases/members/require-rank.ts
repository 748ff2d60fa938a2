import "server-only";
import { isAllowed, isAtLeast } from "../../contracts/permissions";
import type { Role } from "../../contracts/permissions";
import type { Transaction } from "../../db/client";
import { findMember } from "../../db/repos/membership";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";

/**
 * Throws unless the person may manage the members of a locked workspace now, whatever they might a moment ago, and
 * none of the roles in question weighs more than their own: `not_found` for somebody who is no member (any more),
 * `forbidden` for the rest.
 */
export async function requireRank(
  transaction: Transaction,
  tenant: Tenant,
  input: { userId: string; over: readonly Role[] },
): Promise<void> {
  const member = await findMember(transaction, tenant, input.userId);
  if (!member) throw new AppError("not_found");
  const { role } = member;
  if (!isAllowed(role, "members.manage")) throw new AppError("forbidden");
  const above = input.over.find((other) => !isAtLeast(role, other));
  if (above === undefined) return;
  throw new AppError("forbidden", {
    userMessage: `As ${role} you cannot give, change or take away the role ${above}. Ask an ${above}.`,
    details: { role, above },
  });
}
