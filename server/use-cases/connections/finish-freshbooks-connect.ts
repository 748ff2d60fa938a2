import "server-only";
import { freshbooksApp } from "../../credentials/oauth-apps";
import { storeGrant } from "../../credentials/store-grant";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import { findConnection } from "../../db/repos/connection";
import type { Connection, NewConnection } from "../../db/repos/connection";
import { holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { fetchIdentity } from "../../vendors/freshbooks/identity";
import type { FreshbooksIdentity } from "../../vendors/freshbooks/identity";
import { exchangeCode } from "../../vendors/freshbooks/oauth";
import type { Deps } from "../deps";
import { otherAccount } from "./other-account";
import { requireScopes } from "./missing-scopes";
import { withinConnect } from "./within-connect";

type Chosen = Pick<NewConnection, "status" | "accountId" | "accountName" | "timezone">;

const nothingChosen: Chosen = { status: "choosing", accountId: null, accountName: null, timezone: null };

/** The business that was connected before, if this identity has it too; else none yet. */
function chosenBefore(identity: FreshbooksIdentity, former: Connection | null): Chosen {
  if (!former?.accountId) return nothingChosen;
  const same = identity.businesses.find((business) => business.accountId === former.accountId);
  if (!same?.usable) return nothingChosen;
  const { accountId, name: accountName, timezone } = same;
  return { status: "active", accountId, accountName, timezone };
}

/**
 * Trades the code for tokens and stores them. A first connection waits for the person to choose a business, even if
 * there is but one; connecting again goes on with the business chosen before. An identity that lacks the business
 * whose records the workspace holds is refused (`conflict`), and so is a grant that lacks a scope we need (`forbidden`);
 * the former connection stays.
 */
export async function finishFreshbooksConnect(
  deps: Deps,
  tenant: Tenant,
  input: { code: string; environment: ConnectionEnvironment; actor: Actor },
): Promise<void> {
  const { clock, log, env } = deps;
  const { environment, actor } = input;
  const app = freshbooksApp(env, environment);
  const grant = await exchangeCode(app, { clock, log }, input.code);
  requireScopes(grant.scopes);
  const accessToken = () => Promise.resolve(grant.accessToken);
  const identity = await fetchIdentity({ baseUrl: app.apiUrl, accessToken, clock, log });
  const former = await findConnection(deps.db, tenant, "freshbooks");
  const chosen = chosenBefore(identity, former);
  if (former?.accountId && chosen.accountId === null && (await holdsRecords(deps.db, tenant))) {
    throw otherAccount("FreshBooks", former.accountName);
  }
  const account = {
    vendor: "freshbooks",
    environment,
    vendorUserId: identity.identityId,
    vendorUserName: identity.name === "" ? identity.email : identity.name,
    apiBaseUrl: app.apiUrl,
    currency: null,
    ...chosen,
  } as const;
  await storeGrant(deps, tenant, account, grant, withinConnect(tenant, actor, clock.now()));
}
