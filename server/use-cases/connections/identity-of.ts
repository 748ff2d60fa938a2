import "server-only";
import { accessToken } from "../../credentials/access-token";
import { apiAddressOf } from "../../credentials/vendor-places";
import type { Tenant } from "../../db/tenant";
import { fetchIdentity } from "../../vendors/freshbooks/identity";
import type { FreshbooksIdentity } from "../../vendors/freshbooks/identity";
import type { Deps } from "../deps";
import { tokenSource } from "./token-source";

/** Who granted the workspace's FreshBooks connection, and the businesses they may connect; asked live. */
export async function identityOf(deps: Deps, tenant: Tenant): Promise<FreshbooksIdentity> {
  const first = await accessToken(deps, tenant, "freshbooks");
  const source = tokenSource(deps, tenant, "freshbooks", first);
  const { clock, log } = deps;
  return await fetchIdentity({ baseUrl: apiAddressOf(deps.env, first.connection), ...source, clock, log });
}
