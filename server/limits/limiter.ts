import "server-only";
import type { Tenant } from "../db/tenant";
import type { Gate } from "../vendors/pipedrive/gate";
import { WindowGate } from "./window-gate";
import type { LimitDeps } from "./window-gate";

export type Limiter = {
  /** The gate of a Pipedrive connection; every caller in this process gets the same one. */
  gateFor(tenant: Tenant, connectionId: string): Gate;
};

/** Limits for all Pipedrive connections of a process; the counts themselves stand in PostgreSQL. */
export function createLimiter(deps: LimitDeps): Limiter {
  const gates = new Map<string, Gate>();
  return {
    gateFor(tenant, connectionId) {
      const name = `${tenant.workspaceId} ${connectionId}`;
      const gate = gates.get(name) ?? createGate(deps, tenant, connectionId);
      gates.set(name, gate);
      return gate;
    },
  };
}

function createGate(deps: LimitDeps, tenant: Tenant, connectionId: string): Gate {
  const windows = {
    general: new WindowGate(deps, { tenant, connectionId, kind: "general" }),
    search: new WindowGate(deps, { tenant, connectionId, kind: "search" }),
  };
  return {
    before: (_tokens, kind) => windows[kind].before(),
    after: ({ kind, ...facts }) => windows[kind].after(facts),
  };
}
