import "server-only";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { setWorkspaceName, whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { requireKept } from "./require-kept";

/** Calls a workspace otherwise. Its address stays, so that every link to it goes on working. */
export async function renameWorkspace(
  deps: { db: Database; clock: Clock },
  tenant: Tenant,
  input: { actor: Actor; name: string },
): Promise<void> {
  const { actor, name } = input;
  await whileLocked(deps.db, tenant, async (transaction, workspace) => {
    requireKept(workspace.eraseAt);
    if (workspace.name === name) return;
    await setWorkspaceName(transaction, tenant, name);
    const values = { before: { name: workspace.name }, after: { name } };
    const entry = { action: "workspace.renamed", subject: name, ...values } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
  });
}
