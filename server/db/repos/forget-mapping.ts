import "server-only";
import type { Transaction } from "../client";
import type { Tenant } from "../tenant";

/** Forgets which mapping is live and which fields it used: they are of a company that is no longer connected. */
export async function forgetMapping(transaction: Transaction, { workspaceId }: Tenant): Promise<void> {
  await transaction.pipedriveField.deleteMany({ where: { workspaceId } });
  await transaction.workspace.update({
    where: { id: workspaceId },
    data: { liveMappingVersion: null },
    select: { id: true },
  });
}
