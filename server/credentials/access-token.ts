import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Vendor } from "../db/generated/enums";
import { findSealedConnection } from "../db/repos/connection";
import type { Connection, SealedConnection } from "../db/repos/connection";
import { acquireRefreshLease, releaseRefreshLease } from "../db/repos/refresh-lease";
import type { Tenant } from "../db/tenant";
import { addMs } from "../lib/clock";
import { AppError } from "../lib/errors";
import type { CredentialDeps } from "./credential-deps";
import { needsReconnect } from "./needs-reconnect";
import { adoptNewest } from "./shared-chain";
import { refreshConnection } from "./refresh-connection";
import { sealerOf } from "./seal";
import { tokenContext } from "./token-context";

/** A token ready for use. `connection` carries no secret; its `tokenVersion` names the pair the token is of. */
export type AccessToken = { token: string; connection: Connection };

/** A token this close to its end is refreshed first. */
const marginMs = 2 * 60_000;
/** Longer than the refresh call may take, so that a lease never ends under a refresher that lives. */
const leaseMs = 30_000;
const pollMs = 150;
/** Together a little longer than a lease: whoever waits sees a dead refresher's lease end. */
const mostPolls = 220;

/**
 * The vendor's access token, refreshed first when it is about to end. However many callers in however many processes
 * ask at once, one of them refreshes and the others wait for its result.
 * @throws AppError `needs_reconnect` (no grant, or a dead one), `not_configured`, `vendor_unavailable` (try again).
 */
export function accessToken(deps: CredentialDeps, tenant: Tenant, vendor: Vendor): Promise<AccessToken> {
  return obtain(
    deps,
    tenant,
    vendor,
    ({ accessExpiresAt }) => accessExpiresAt === null || accessExpiresAt > addMs(deps.clock.now(), marginMs),
  );
}

/** For a 401: a token of a later version than the refused one, refreshing unless another caller has done so. */
export function forceRefresh(
  deps: CredentialDeps,
  tenant: Tenant,
  vendor: Vendor,
  refusedVersion: number,
): Promise<AccessToken> {
  return obtain(deps, tenant, vendor, ({ tokenVersion }) => tokenVersion > refusedVersion);
}

type IsGood = (connection: Connection) => boolean;

async function obtain(
  deps: CredentialDeps,
  tenant: Tenant,
  vendor: Vendor,
  isGood: IsGood,
): Promise<AccessToken> {
  const owner = randomUUID();
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const row = await requireGrant(deps, tenant, vendor);
    if (isGood(row.connection)) return open(deps, tenant, row);
    const now = deps.clock.now();
    const lease = { id: row.connection.id, owner, now, until: addMs(now, leaseMs) };
    if (await acquireRefreshLease(deps.db, tenant, lease)) {
      const result = await refreshAsOwner(deps, tenant, vendor, isGood).finally(() =>
        releaseRefreshLease(deps.db, { owner }),
      );
      if (result) return result;
    }
    await sleep(pollMs);
  }
  throw new AppError("vendor_unavailable", { message: `no fresh ${vendor} token came in time` });
}

/** Refreshes under the lease; null when the grant was replaced meanwhile and has to be looked at again. */
async function refreshAsOwner(
  deps: CredentialDeps,
  tenant: Tenant,
  vendor: Vendor,
  isGood: IsGood,
): Promise<AccessToken | null> {
  const found = await requireGrant(deps, tenant, vendor);
  if (isGood(found.connection)) return open(deps, tenant, found);
  const isAdopted = await adoptNewest(deps, tenant, found.connection);
  const row = isAdopted ? await requireGrant(deps, tenant, vendor) : found;
  if (isGood(row.connection)) return open(deps, tenant, row);
  const isStored = await refreshConnection(deps, tenant, row);
  return isStored ? open(deps, tenant, await requireGrant(deps, tenant, vendor)) : null;
}

async function requireGrant(deps: CredentialDeps, tenant: Tenant, vendor: Vendor): Promise<SealedConnection> {
  const row = await findSealedConnection(deps.db, tenant, vendor);
  if (!row) throw needsReconnect(vendor, "missing");
  if (row.connection.status === "needs_reconnect") {
    const { reconnectReason } = row.connection;
    throw needsReconnect(vendor, reconnectReason === "interrupted" ? "interrupted" : "refused");
  }
  return row;
}

function open(deps: CredentialDeps, tenant: Tenant, row: SealedConnection): AccessToken {
  const { connection, sealedAccessToken } = row;
  const context = tokenContext(tenant, connection, "access_token");
  return { token: sealerOf(deps.env).open(sealedAccessToken, context), connection };
}
