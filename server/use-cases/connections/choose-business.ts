import "server-only";
import { insertAuditEntry } from "../../db/repos/audit";
import { chooseAccount, findConnection } from "../../db/repos/connection";
import type { Connection } from "../../db/repos/connection";
import { holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { appErrorOf } from "../app-error-of";
import type { ConnectDeps } from "./connect-deps";
import { identityOf } from "./identity-of";
import { otherAccount } from "./other-account";
import { removeCallbacks } from "./remove-callbacks";
import { requireFreePair } from "./require-free-pair";

type Account = { accountId: string; accountName: string; timezone: string | null };

async function accountOf(deps: ConnectDeps, tenant: Tenant, businessId: string): Promise<Account> {
  const { businesses } = await identityOf(deps, tenant);
  const business = businesses.find((candidate) => candidate.businessId === businessId);
  if (!business) throw new AppError("not_found");
  const { accountId, name: accountName, timezone, reason } = business;
  if (accountId !== null && reason === null) return { accountId, accountName, timezone };
  throw new AppError("invalid_input", { userMessage: reason ?? "This business has no account." });
}

/**
 * A workspace that holds nothing yet may change its business. The former one is not to go on telling us; where it cannot
 * be told, it finds out by itself that nobody listens.
 */
async function leaveFormer(deps: ConnectDeps, tenant: Tenant, former: Connection): Promise<void> {
  if (await holdsRecords(deps.db, tenant)) throw otherAccount("FreshBooks", former.accountName);
  try {
    await removeCallbacks(deps, tenant);
  } catch (error) {
    if (!appErrorOf(error)) throw error;
    deps.log.warn({ err: error, connectionId: former.id }, "callbacks of the former business not removed");
  }
}

/**
 * Joins the workspace to one business of the connected FreshBooks identity; choosing it again changes nothing.
 * `not_found` for a business that is not theirs, `invalid_input` for one that cannot be connected, `conflict` for
 * another one than that whose records the workspace holds, and for one that another workspace has joined to the same
 * company.
 */
export async function chooseBusiness(
  deps: ConnectDeps,
  tenant: Tenant,
  input: { businessId: string; actor: Actor },
): Promise<void> {
  const account = await accountOf(deps, tenant, input.businessId);
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  const isOther = connection?.accountId != null && connection.accountId !== account.accountId;
  if (isOther) await leaveFormer(deps, tenant, connection);
  const chosen = { vendor: "freshbooks", ...account, currency: null } as const;
  const isChosen = await chooseAccount(deps.db, tenant, chosen, async (transaction, { former, saved }) => {
    if (former?.accountId === saved.accountId) return;
    if (former?.accountId && (await holdsRecords(transaction, tenant))) {
      throw otherAccount("FreshBooks", former.accountName);
    }
    await requireFreePair(transaction, tenant, input.actor);
    await insertAuditEntry(transaction, tenant, input.actor, {
      action: "business.chosen",
      subject: account.accountName,
      before: { business: former?.accountName ?? null },
      after: { business: account.accountName, account: account.accountId },
      at: deps.clock.now(),
    });
  });
  if (!isChosen) throw new AppError("needs_reconnect");
}
