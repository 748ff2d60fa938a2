import "server-only";
import type { Transaction } from "../../db/client";
import { findNameForMember } from "../../db/repos/connected-elsewhere";
import { findSamePair } from "../../db/repos/connection-pair";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { AppError } from "../../lib/errors";

/**
 * Refuses (`conflict`, reason `same_pair`) what would join a workspace to the same FreshBooks business and the same
 * Pipedrive company as another one: each would make its own deal of every invoice. To be called in the transaction that
 * has named an account, after that was written: the refusal undoes it, and of many at once the first one stays.
 */
export async function requireFreePair(
  transaction: Transaction,
  tenant: Tenant,
  actor: Pick<Actor, "userId">,
): Promise<void> {
  const other = await findSamePair(transaction, tenant);
  if (!other) return;
  const name = await findNameForMember(transaction, { ...other, userId: actor.userId });
  const where = name === null ? "another workspace" : `the workspace ${name}`;
  const invitation = name === null ? " (ask its owner to invite you)" : "";
  throw new AppError("conflict", {
    userMessage: `This business and this company are joined in ${where} already; a second one would make every deal twice. Work there${invitation}, choose another business or company here, or have the other workspace disconnect one of them and erase its data.`,
    details: { reason: "same_pair" },
  });
}
