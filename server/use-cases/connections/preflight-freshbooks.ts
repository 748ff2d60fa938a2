import "server-only";
import type { Check } from "../../contracts/connections";
import { listCallbackRows } from "../../db/repos/callback";
import { findConnection } from "../../db/repos/connection";
import { listInvoiceCurrencies } from "../../db/repos/invoice-currencies";
import type { Tenant } from "../../db/tenant";
import { isVendorFailure, ok, problem, sentenceOfFailure } from "./checks/check";
import { accountCheck, callbacksCheck, readChecks, scopesCheck } from "./checks/freshbooks-rights";
import { identityOf } from "./identity-of";
import type { VendorDeps } from "./vendor-deps";

const reached = { id: "freshbooks.reached", title: "FreshBooks answers" };

/** What stands between this workspace and FreshBooks; asked live. */
export async function freshbooksChecks(deps: VendorDeps, tenant: Tenant): Promise<Check[]> {
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  if (!connection) return [problem(reached, "It is not connected yet.", "Connect FreshBooks.")];
  try {
    const identity = await identityOf(deps, tenant);
    const own = [ok(reached), accountCheck(connection, identity), scopesCheck(connection)];
    if (connection.accountId === null) return own;
    const reads = await readChecks(await deps.freshbooks(tenant));
    return [...own, ...reads, callbacksCheck(await listCallbackRows(deps.db, tenant))];
  } catch (error) {
    return [problem(reached, sentenceOfFailure(error), "Reconnect FreshBooks, or look again in a minute.")];
  }
}

/** Enough of the newest invoices to tell in which currencies the business bills. */
const looked = { page: 1, perPage: 100 };

/** The currencies in which invoices are, or will be, to be followed: of those here and of FreshBooks' newest. */
export async function invoiceCurrencies(deps: VendorDeps, tenant: Tenant): Promise<Set<string>> {
  const known = new Set(await listInvoiceCurrencies(deps.db, tenant));
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  if (connection?.status !== "active") return known;
  try {
    const { items } = await (await deps.freshbooks(tenant)).listInvoices(looked);
    return new Set([...known, ...items.map(({ amount }) => amount.currency)]);
  } catch (error) {
    // That FreshBooks does not answer stands in a line of its own.
    if (!isVendorFailure(error)) throw error;
    return known;
  }
}
