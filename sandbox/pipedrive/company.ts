import type { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import type { SeededRandom } from "../lib/random";
import { DailyBudget } from "./budget";
import { seedCurrencies } from "./currencies";
import type { Currency } from "./currencies";
import type { CompanyProfile } from "./company-profile";
import type { DealRecord, FieldRecord, OrganizationRecord, PipelineRecord, StageRecord } from "./records";
import { SearchIndex } from "./search-index";
import { seedDealFields, seedOrganizationFields, seedPipelines, seedStages } from "./seed";
import type { Switches } from "./switches";
import type { User } from "./user";

/** What a company needs of the world it is in. */
export interface CompanySurroundings {
  readonly clock: SandboxClock;
  readonly switches: Switches;
}

/**
 * One company: everything that a token of one of its users can reach, and nothing of any other company. Its ids start
 * where those of every other company start, so that the same number means another object elsewhere.
 */
export interface Company {
  readonly profile: CompanyProfile;
  readonly clock: SandboxClock;
  /** Draws the company's own field codes. */
  readonly random: SeededRandom;
  readonly switches: Switches;
  readonly budget: DailyBudget;
  readonly index: SearchIndex;
  readonly users: Map<number, User>;
  readonly currencies: Map<string, Currency>;
  readonly organizations: Map<number, OrganizationRecord>;
  readonly deals: Map<number, DealRecord>;
  readonly pipelines: Map<number, PipelineRecord>;
  readonly stages: Map<number, StageRecord>;
  readonly dealFields: Map<string, FieldRecord>;
  readonly organizationFields: Map<string, FieldRecord>;
  readonly ids: {
    readonly organization: Counter;
    readonly deal: Counter;
    readonly pipeline: Counter;
    readonly stage: Counter;
    readonly option: Counter;
  };
}

/** A company with the pipelines, stages and fields that every new one has, and no deals. */
export function createCompany(
  around: CompanySurroundings,
  profile: CompanyProfile,
  random: SeededRandom,
  users: readonly User[],
): Company {
  const { clock } = around;
  const ids = {
    organization: new Counter(7001),
    deal: new Counter(42001),
    pipeline: new Counter(3),
    stage: new Counter(1),
    option: new Counter(21),
  };
  return {
    profile,
    clock,
    random,
    ids,
    get switches() {
      return around.switches;
    },
    budget: new DailyBudget(clock),
    index: new SearchIndex({ clock, random }),
    users: new Map(users.map((user) => [user.id, user])),
    currencies: seedCurrencies(),
    organizations: new Map(),
    deals: new Map(),
    pipelines: seedPipelines(),
    stages: seedStages(ids.stage),
    dealFields: seedDealFields(random),
    organizationFields: seedOrganizationFields(random, ids.option),
  };
}
