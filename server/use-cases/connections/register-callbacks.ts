import "server-only";
import type { CallbackDto } from "../../contracts/overview";
import { needsReconnect } from "../../credentials/needs-reconnect";
import { listCallbackRows } from "../../db/repos/callback";
import { noteCallbacksChecked } from "../../db/repos/callback-watch";
import { findConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { toCallbackDto } from "../overview/connection-dto";
import type { ConnectDeps } from "./connect-deps";
import { reconcileCallbacks } from "./reconcile-callbacks";

/**
 * Makes FreshBooks tell us of every noun we follow, because a person asked: keeps what is registered and verified, asks
 * again for handshakes that did not come, registers what is missing, removes what is stale. Safe to repeat. A noun that
 * FreshBooks refuses is `failed` with its reason; the others go on.
 */
export async function registerCallbacks(
  deps: ConnectDeps,
  tenant: Tenant,
  input: { actor: Actor },
): Promise<CallbackDto[]> {
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  if (!connection?.accountId) throw needsReconnect("freshbooks", "missing");
  const { actor } = input;
  await reconcileCallbacks(deps, tenant, { connection, actor, isAsked: true, silentAt: null });
  await noteCallbacksChecked(deps.db, tenant, deps.clock.now());
  return (await listCallbackRows(deps.db, tenant)).map(toCallbackDto);
}
