import { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import { FaultBook } from "../lib/faults";
import type { OAuthApp } from "../lib/oauth-app";
import { SeededRandom } from "../lib/random";
import { BurstWindows, DailyBudget } from "./budget";
import { seedUsers } from "./company";
import type { User } from "./company";
import { GrantBook } from "./grants";
import type { DealRecord, FieldRecord, OrganizationRecord, PipelineRecord, StageRecord } from "./records";
import type { PipedriveRequest } from "./request-log";
import { SearchIndex } from "./search-index";
import { seedDealFields, seedOrganizationFields, seedPipelines, seedStages } from "./seed";
import { DEFAULT_SWITCHES } from "./switches";
import type { Switches } from "./switches";

/** Everything the Pipedrive stand-in knows; a reset replaces it as a whole. */
export interface PipedriveWorld {
  readonly app: OAuthApp;
  readonly clock: SandboxClock;
  readonly random: SeededRandom;
  readonly faults: FaultBook;
  readonly grants: GrantBook;
  readonly bursts: BurstWindows;
  readonly budget: DailyBudget;
  readonly index: SearchIndex;
  readonly users: Map<number, User>;
  readonly organizations: Map<number, OrganizationRecord>;
  readonly deals: Map<number, DealRecord>;
  readonly pipelines: Map<number, PipelineRecord>;
  readonly stages: Map<number, StageRecord>;
  readonly dealFields: Map<string, FieldRecord>;
  readonly organizationFields: Map<string, FieldRecord>;
  readonly requests: PipedriveRequest[];
  readonly ids: {
    readonly organization: Counter;
    readonly deal: Counter;
    readonly pipeline: Counter;
    readonly stage: Counter;
    readonly option: Counter;
  };
  switches: Switches;
}

/** The current world; handlers read it anew for each call, so that a reset takes effect at once. */
export interface PipedriveBox {
  world: PipedriveWorld;
}

export interface WorldOptions {
  readonly app: OAuthApp;
  readonly seed: number;
}

/** The company Acme with its users, pipelines and fields, and no deals. */
export function createWorld(options: WorldOptions): PipedriveWorld {
  const clock = new SandboxClock();
  const random = new SeededRandom(options.seed);
  const ids = {
    organization: new Counter(7001),
    deal: new Counter(42001),
    pipeline: new Counter(3),
    stage: new Counter(1),
    option: new Counter(21),
  };
  return {
    app: options.app,
    clock,
    random,
    ids,
    faults: new FaultBook(),
    grants: new GrantBook({ clock, random }),
    bursts: new BurstWindows(clock),
    budget: new DailyBudget(clock),
    index: new SearchIndex({ clock, random }),
    users: seedUsers(() => random.hex(40)),
    organizations: new Map(),
    deals: new Map(),
    pipelines: seedPipelines(),
    stages: seedStages(ids.stage),
    dealFields: seedDealFields(random),
    organizationFields: seedOrganizationFields(random, ids.option),
    requests: [],
    switches: DEFAULT_SWITCHES,
  };
}
