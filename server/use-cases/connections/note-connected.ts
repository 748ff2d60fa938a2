import "server-only";
import type { Transaction } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import type { AuditAction, AuditValues } from "../../db/repos/audit";
import type { Connection, ConnectionChange } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { vendorLabels } from "../../vendors/http/vendor-error";

function valuesOf({ accountName, vendorUserName, environment, grant, status }: Connection): AuditValues {
  return { account: accountName, person: vendorUserName, environment, grant, status };
}

/** A reconnect by somebody else at the vendor is said as what it is. */
function actionOf({ former, saved }: ConnectionChange): AuditAction {
  if (!former) return "connection.made";
  const isSamePerson = former.vendorUserId === saved.vendorUserId && former.environment === saved.environment;
  return isSamePerson ? "connection.renewed" : "connection.taken_over";
}

/** Writes into the audit log that a vendor was connected, in the transaction that stored the grant. */
export async function noteConnected(
  transaction: Transaction,
  tenant: Tenant,
  actor: Actor,
  input: ConnectionChange & { at: Date },
): Promise<void> {
  const { former, saved, at } = input;
  await insertAuditEntry(transaction, tenant, actor, {
    action: actionOf(input),
    subject: vendorLabels[saved.vendor],
    ...(former && { before: valuesOf(former) }),
    after: valuesOf(saved),
    at,
  });
}
