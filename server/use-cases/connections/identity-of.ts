import "server-only";
import { accessToken, forceRefresh } from "../../credentials/access-token";
import type { Tenant } from "../../db/tenant";
import { fetchIdentity } from "../../vendors/freshbooks/identity";
import type { FreshbooksIdentity } from "../../vendors/freshbooks/identity";
import type { Deps } from "../deps";

/** Who granted the workspace's FreshBooks connection, and the businesses they may connect; asked live. */
export async function identityOf(deps: Deps, tenant: Tenant): Promise<FreshbooksIdentity> {
  let granted = await accessToken(deps, tenant, "freshbooks");
  return await fetchIdentity({
    baseUrl: deps.env.FRESHBOOKS_API_URL,
    accessToken: () => Promise.resolve(granted.token),
    onUnauthorized: async () => {
      granted = await forceRefresh(deps, tenant, "freshbooks", granted.connection.tokenVersion);
    },
    clock: deps.clock,
    log: deps.log,
  });
}
