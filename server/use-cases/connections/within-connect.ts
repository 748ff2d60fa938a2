import "server-only";
import type { WithinChange } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import { noteConnected } from "./note-connected";
import { requireFreePair } from "./require-free-pair";

/** What belongs to every new grant, in the transaction that stores it: the audit log's entry, and that its pair is free. */
export function withinConnect(tenant: Tenant, actor: Actor, at: Date): WithinChange {
  return async (transaction, change) => {
    await noteConnected(transaction, tenant, actor, { ...change, at });
    await requireFreePair(transaction, tenant, actor);
  };
}
