import "server-only";
import { accessToken } from "../../credentials/access-token";
import type { Tenant } from "../../db/tenant";
import { fetchIdentity } from "../../vendors/freshbooks/identity";
import type { FreshbooksIdentity } from "../../vendors/freshbooks/identity";
import type { Deps } from "../deps";
import { tokenSource } from "./token-source";

/** Who granted the workspace's FreshBooks connection, and the businesses they may connect; asked live. */
export async function identityOf(deps: Deps, tenant: Tenant): Promise<FreshbooksIdentity> {
  const source = tokenSource(deps, tenant, "freshbooks", await accessToken(deps, tenant, "freshbooks"));
  const { clock, log } = deps;
  return await fetchIdentity({ baseUrl: deps.env.FRESHBOOKS_API_URL, ...source, clock, log });
}
