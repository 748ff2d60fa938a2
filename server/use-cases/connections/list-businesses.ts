import "server-only";
import type { BusinessDto } from "../../contracts/onboarding";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";
import { identityOf } from "./identity-of";

/** The businesses of the connected FreshBooks identity, with the reason for each that cannot be connected. */
export async function listBusinesses(deps: Deps, tenant: Tenant): Promise<BusinessDto[]> {
  const { businesses } = await identityOf(deps, tenant);
  return businesses.map(({ businessId, name, role, timezone, usable, reason }) => {
    return { businessId, name, role, timezone, usable, reason, elsewhere: null };
  });
}
