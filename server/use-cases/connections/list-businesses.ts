import "server-only";
import type { BusinessDto } from "../../contracts/onboarding";
import { listFreshbooksElsewhere } from "../../db/repos/connected-elsewhere";
import type { ConnectedElsewhere } from "../../db/repos/connected-elsewhere";
import { findConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";
import { identityOf } from "./identity-of";

/** Where a business is connected besides, with the names the person may know; null when nowhere. */
function sentenceOf(others: readonly ConnectedElsewhere[]): string | null {
  if (others.length === 0) return null;
  const named = others.flatMap(({ workspaceName }) => (workspaceName === null ? [] : [workspaceName]));
  if (named.length === 0) return "Connected in another workspace.";
  const rest = others.length - named.length;
  const more = rest === 0 ? [] : [rest === 1 ? "another workspace" : `${String(rest)} other workspaces`];
  const places = new Intl.ListFormat("en-GB", { type: "conjunction" }).format([...named, ...more]);
  return `Connected in ${places}.`;
}

/**
 * The businesses of the connected FreshBooks identity, with the reason for each that cannot be connected, and where else
 * each is connected: by name where this person is a member, else merely that it is.
 */
export async function listBusinesses(
  deps: Deps,
  tenant: Tenant,
  viewer: { userId: string },
): Promise<BusinessDto[]> {
  const { businesses } = await identityOf(deps, tenant);
  const accountIds = businesses.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  const environment = (await findConnection(deps.db, tenant, "freshbooks"))?.environment ?? "live";
  const { userId } = viewer;
  const others = await listFreshbooksElsewhere(deps.db, tenant, { environment, accountIds, userId });
  return businesses.map(({ businessId, accountId, name, role, timezone, usable, reason }) => {
    const elsewhere = sentenceOf(others.filter((other) => other.accountId === accountId));
    return { businessId, name, role, timezone, usable, reason, elsewhere };
  });
}
