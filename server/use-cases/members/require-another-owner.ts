import "server-only";
import type { Transaction } from "../../db/client";
import { listOwners } from "../../db/repos/membership";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";

/** Throws `conflict` where a locked workspace would be left without an owner. */
export async function requireAnotherOwner(transaction: Transaction, tenant: Tenant): Promise<void> {
  const owners = await listOwners(transaction, tenant);
  if (owners.length > 1) return;
  throw new AppError("conflict", {
    userMessage: "A workspace needs an owner, and this is the last one. Make another member an owner first.",
  });
}
