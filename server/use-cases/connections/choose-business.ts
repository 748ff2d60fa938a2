import "server-only";
import { chooseAccount, findConnection } from "../../db/repos/connection";
import { holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import type { Deps } from "../deps";
import { identityOf } from "./identity-of";
import { otherAccount } from "./other-account";

/**
 * Joins the workspace to one business of the connected FreshBooks identity; choosing it again changes nothing.
 * `not_found` for a business that is not theirs, `invalid_input` for one that cannot be connected, `conflict` for
 * another one than that whose records the workspace holds.
 */
export async function chooseBusiness(
  deps: Deps,
  tenant: Tenant,
  input: { businessId: string },
): Promise<void> {
  const { businesses } = await identityOf(deps, tenant);
  const business = businesses.find(({ businessId }) => businessId === input.businessId);
  if (!business) throw new AppError("not_found");
  const { accountId } = business;
  if (accountId === null || business.reason !== null) {
    throw new AppError("invalid_input", { userMessage: business.reason ?? "This business has no account." });
  }
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  const isOther = connection?.accountId != null && connection.accountId !== accountId;
  if (isOther && (await holdsRecords(deps.db, tenant))) {
    throw otherAccount("FreshBooks", connection.accountName);
  }
  const isChosen = await chooseAccount(deps.db, tenant, {
    vendor: "freshbooks",
    accountId,
    accountName: business.name,
    timezone: business.timezone,
    currency: null,
  });
  if (!isChosen) throw new AppError("needs_reconnect");
}
