import "server-only";
import type { Check, Ping } from "../../contracts/connections";
import { listCallbackRows } from "../../db/repos/callback";
import { findConnection } from "../../db/repos/connection";
import type { Connection } from "../../db/repos/connection";
import type { Vendor } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import { elapsedMs } from "../../lib/clock";
import { vendorLabels } from "../../vendors/http/vendor-error";
import { patiently } from "../onboarding/patiently";
import { reconnectSentence } from "../overview/reconnect-sentence";
import { sentenceOfFailure } from "./checks/check";
import * as freshbooksChecks from "./checks/freshbooks-rights";
import { accountCheck } from "./checks/pipedrive-company";
import * as pipedriveChecks from "./checks/pipedrive-rights";
import { identityOf } from "./identity-of";
import type { VendorDeps } from "./vendor-deps";

/** What a vendor said of itself and of us. */
type Said = Pick<Ping, "who" | "account" | "budget"> & { rights: Check[]; tookMs: number };

async function pingFreshbooks(deps: VendorDeps, tenant: Tenant, connection: Connection): Promise<Said> {
  const startedAt = deps.clock.now();
  const identity = await identityOf(deps, tenant);
  const tookMs = elapsedMs(deps.clock, startedAt);
  const { accountId, accountName: account } = connection;
  const own = [freshbooksChecks.accountCheck(connection, identity), freshbooksChecks.scopesCheck(connection)];
  const who = identity.name === "" ? identity.email : `${identity.name} (${identity.email})`;
  if (accountId === null) return { who, account, budget: null, rights: own, tookMs };
  const reads = await freshbooksChecks.readChecks(await deps.freshbooks(tenant));
  const callbacks = freshbooksChecks.callbacksCheck(await listCallbackRows(deps.db, tenant));
  return { who, account, budget: null, rights: [...own, ...reads, callbacks], tookMs };
}

async function pingPipedrive(deps: VendorDeps, tenant: Tenant, connection: Connection): Promise<Said> {
  const client = await deps.pipedrive(tenant);
  const { me, limits, durationMs } = await patiently(() => client.whoAmI());
  const rights = [accountCheck(me), pipedriveChecks.scopesCheck(connection)];
  const who = `${me.name} (${me.email})`;
  return { who, account: me.companyName, budget: limits, rights, tookMs: durationMs };
}

/** Why a dead or missing connection cannot be asked; null where it can. */
function reasonAgainst(vendor: Vendor, connection: Connection | null): string | null {
  if (!connection) return `${vendorLabels[vendor]} is not connected yet. Connect it first.`;
  if (connection.status !== "needs_reconnect") return null;
  const reason = reconnectSentence(vendor, connection.reconnectReason ?? "refused");
  return `${reason ?? ""} Reconnect it; nothing is lost meanwhile.`;
}

function hostOf(deps: VendorDeps, vendor: Vendor, connection: Connection | null): string {
  const { FRESHBOOKS_API_URL, PIPEDRIVE_OAUTH_URL } = deps.env;
  const usual = vendor === "freshbooks" ? FRESHBOOKS_API_URL : PIPEDRIVE_OAUTH_URL;
  return new URL(connection?.apiBaseUrl ?? usual).host;
}

/**
 * Asks the real system now, past every cache: who answers, how fast, with which rights, and how much is left to spend.
 * A vendor that cannot be asked is an answer, with its sentence; a fault of ours is thrown.
 */
export async function ping(deps: VendorDeps, tenant: Tenant, { vendor }: { vendor: Vendor }): Promise<Ping> {
  const connection = await findConnection(deps.db, tenant, vendor);
  const at = deps.clock.now();
  const base = { vendor, at, host: hostOf(deps, vendor, connection) };
  const nothing = { who: null, account: null, rights: [], budget: null };
  const known = reasonAgainst(vendor, connection);
  if (known !== null || !connection) {
    return { ...base, ...nothing, isReached: false, tookMs: 0, problem: known };
  }
  try {
    const askers = { freshbooks: pingFreshbooks, pipedrive: pingPipedrive };
    const said = await askers[vendor](deps, tenant, connection);
    return { ...base, ...said, isReached: true, problem: null };
  } catch (error) {
    const problem = sentenceOfFailure(error);
    deps.log.info({ err: error, vendor, connectionId: connection.id }, "a ping was not answered");
    return { ...base, ...nothing, isReached: false, tookMs: elapsedMs(deps.clock, at), problem };
  }
}
