import type { FaultState } from "../lib/faults";
import { dealView } from "./deal-view";
import { fieldView } from "./field-acts";
import { organizationView } from "./organization-view";
import { pipelineView } from "./pipelines";
import type { FieldRecord } from "./records";
import type { PipedriveRequest } from "./request-log";
import { stageView } from "./stages";
import type { Switches } from "./switches";
import type { PipedriveWorld } from "./world";

type View = Record<string, unknown>;

/** Everything a test can assert on, deleted and archived objects too. */
export interface PipedriveState {
  readonly now: string;
  readonly organizations: readonly View[];
  readonly deals: readonly View[];
  readonly pipelines: readonly View[];
  readonly stages: readonly View[];
  readonly dealFields: readonly View[];
  readonly organizationFields: readonly View[];
  readonly users: readonly View[];
  readonly installations: readonly View[];
  readonly requests: readonly PipedriveRequest[];
  readonly budget: { readonly limit: number; readonly used: number; readonly remaining: number };
  readonly switches: Switches;
  readonly faults: readonly FaultState[];
}

function fieldViews(fields: ReadonlyMap<string, FieldRecord>, withDescription: boolean): View[] {
  return [...fields.values()].map((field) => fieldView(field, withDescription));
}

export function readState(world: PipedriveWorld): PipedriveState {
  const limit = world.switches.dailyTokens;
  return {
    now: new Date(world.clock.nowMs()).toISOString(),
    organizations: [...world.organizations.values()].map((organization) =>
      organizationView(world, organization),
    ),
    deals: [...world.deals.values()].map((deal) => dealView(world, deal)),
    pipelines: [...world.pipelines.values()].map(pipelineView),
    stages: [...world.stages.values()].map(stageView),
    dealFields: fieldViews(world.dealFields, true),
    organizationFields: fieldViews(world.organizationFields, false),
    users: [...world.users.values()].map((user) => ({ ...user })),
    installations: world.grants.installations().map(({ userId, scopes }) => ({ userId, scopes })),
    requests: [...world.requests],
    budget: { limit, used: world.budget.used(), remaining: world.budget.remaining(limit) },
    switches: world.switches,
    faults: world.faults.list(),
  };
}
