import "server-only";
import { pipedriveApp } from "../../credentials/oauth-apps";
import { storeGrant } from "../../credentials/store-grant";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import { findConnection } from "../../db/repos/connection";
import { forgetMapping, holdsLinks } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { createPipedriveClient } from "../../vendors/pipedrive/client";
import { openGate } from "../../vendors/pipedrive/gate";
import { exchangeCode } from "../../vendors/pipedrive/oauth";
import type { Deps } from "../deps";
import { otherAccount } from "./other-account";
import { withinConnect } from "./within-connect";

/**
 * Trades the code for tokens, asks who granted them, and stores both. Connecting the same company again keeps all
 * links; another company is refused (`conflict`) once there are any, and makes an unused mapping start over.
 */
export async function finishPipedriveConnect(
  deps: Deps,
  tenant: Tenant,
  input: { code: string; environment: ConnectionEnvironment; actor: Actor },
): Promise<void> {
  const { clock, log, env, db } = deps;
  const { environment } = input;
  const grant = await exchangeCode(pipedriveApp(env, environment), { clock, log }, input.code);
  const accessToken = () => Promise.resolve(grant.accessToken);
  const client = createPipedriveClient({
    apiBaseUrl: grant.apiDomain,
    accessToken,
    gate: openGate,
    clock,
    log,
  });
  const me = await client.me();
  const accountId = String(me.companyId);
  const former = await findConnection(db, tenant, "pipedrive");
  if (former && former.accountId !== accountId) {
    if (await holdsLinks(db, tenant)) throw otherAccount("Pipedrive", former.accountName);
    await forgetMapping(db, tenant);
  }
  const account = {
    vendor: "pipedrive",
    environment,
    vendorUserId: String(me.userId),
    vendorUserName: me.name,
    apiBaseUrl: grant.apiDomain,
    currency: me.defaultCurrency,
    status: "active",
    accountId,
    accountName: me.companyName,
    timezone: me.timezone,
  } as const;
  await storeGrant(deps, tenant, account, grant, withinConnect(tenant, input.actor, clock.now()));
}
