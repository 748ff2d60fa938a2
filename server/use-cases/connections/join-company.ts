import "server-only";
import { storeGrant } from "../../credentials/store-grant";
import type { GrantedTokens } from "../../credentials/store-grant";
import type { ConnectionEnvironment, ConnectionGrant } from "../../db/generated/enums";
import { findSealedConnection } from "../../db/repos/connection";
import type { Connection, WithinChange } from "../../db/repos/connection";
import { forgetMapping } from "../../db/repos/forget-mapping";
import { holdsLinks } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import type { PipedriveMe } from "../../vendors/pipedrive/company";
import type { Deps } from "../deps";
import { giveBackFormer } from "./give-back-former";
import { otherAccount } from "./other-account";
import { withinConnect } from "./within-connect";

/** A grant at Pipedrive that was just got or given, and who it says it is. */
export type PipedriveArrival = {
  me: PipedriveMe;
  environment: ConnectionEnvironment;
  apiBaseUrl: string;
  grant: ConnectionGrant;
  tokens: GrantedTokens;
  actor: Actor;
};

function accountOf({ me, environment, apiBaseUrl, grant }: PipedriveArrival) {
  return {
    vendor: "pipedrive",
    ...{ environment, grant, apiBaseUrl },
    vendorUserId: String(me.userId),
    vendorUserName: me.name,
    currency: me.defaultCurrency,
    status: "active",
    accountId: String(me.companyId),
    accountName: me.companyName,
    timezone: me.timezone,
  } as const;
}

/** Somebody who was deactivated at Pipedrive can do nothing there for us. */
function requireActive(me: PipedriveMe): void {
  if (me.isActive) return;
  throw new AppError("invalid_input", {
    userMessage: `${me.name} is deactivated in ${me.companyName} at Pipedrive. Somebody who is active there has to connect.`,
    details: { reason: "inactive_user", field: "token" },
  });
}

/** What was mapped for another company's pipelines and fields is worth nothing in this one. */
function forgetOther(tenant: Tenant, within: WithinChange): WithinChange {
  return async (transaction, change) => {
    const { former, saved } = change;
    if (former && former.accountId !== saved.accountId) await forgetMapping(transaction, tenant);
    await within(transaction, change);
  };
}

/**
 * Joins the workspace to the company of a grant. The same company again keeps all links, whoever of its people
 * connects; another company is refused (`conflict`) once there are links, and makes an unused mapping start over. The
 * grant that was there before is given back.
 */
export async function joinCompany(
  deps: Deps,
  tenant: Tenant,
  arrival: PipedriveArrival,
): Promise<Connection> {
  requireActive(arrival.me);
  const account = accountOf(arrival);
  const former = await findSealedConnection(deps.db, tenant, "pipedrive");
  if (former && former.connection.accountId !== account.accountId && (await holdsLinks(deps.db, tenant))) {
    throw otherAccount("Pipedrive", former.connection.accountName);
  }
  const within = forgetOther(tenant, withinConnect(tenant, arrival.actor, deps.clock.now()));
  const saved = await storeGrant(deps, tenant, account, arrival.tokens, within);
  if (former) await giveBackFormer(deps, tenant, { former, saved });
  return saved;
}
