import type { SandboxClock } from "../lib/clock";
import { Counter } from "../lib/counter";
import { SeededRandom } from "../lib/random";
import { DailyBudget } from "./budget";
import type { Caller } from "./caller";
import type { CompanyProfile } from "./company-profile";
import { seedCurrencies } from "./currencies";
import type { Currency } from "./currencies";
import type {
  DealRecord,
  FieldRecord,
  FilterRecord,
  OrganizationRecord,
  PersonRecord,
  PipelineRecord,
  StageRecord,
} from "./records";
import { SearchIndex } from "./search-index";
import { seedDealFields, seedOrganizationFields, seedPipelines, seedStages } from "./seed";
import { RecordStore } from "./store/record-store";
import type { Switches } from "./switches";
import type { User } from "./user";
import { HookBook } from "./webhooks/hook-book";

/** What a company needs of the world it is in. */
export interface CompanySurroundings {
  readonly clock: SandboxClock;
  readonly switches: Switches;
}

/** Counters of one company's ids: they start where those of every other company start. */
function newIds() {
  return {
    organization: new Counter(7001),
    deal: new Counter(42001),
    person: new Counter(3001),
    pipeline: new Counter(3),
    stage: new Counter(1),
    field: new Counter(12001),
    option: new Counter(21),
    filter: new Counter(501),
  };
}

/**
 * One company: everything that a token of one of its users can reach, and nothing of any other company. The same
 * number means another object elsewhere.
 */
export interface Company {
  readonly profile: CompanyProfile;
  readonly clock: SandboxClock;
  /** Draws the company's own field codes. */
  readonly random: SeededRandom;
  readonly switches: Switches;
  readonly budget: DailyBudget;
  readonly index: SearchIndex;
  readonly hooks: HookBook;
  readonly users: Map<number, User>;
  readonly currencies: Map<string, Currency>;
  readonly organizations: RecordStore<OrganizationRecord>;
  readonly persons: RecordStore<PersonRecord>;
  readonly deals: RecordStore<DealRecord>;
  /** Deals beyond the plan's limit, where those are not refused. */
  readonly waitingDeals: { readonly caller: Caller; readonly deal: DealRecord }[];
  readonly pipelines: Map<number, PipelineRecord>;
  readonly stages: Map<number, StageRecord>;
  readonly dealFields: Map<string, FieldRecord>;
  readonly organizationFields: Map<string, FieldRecord>;
  /** Codes that fields once had. */
  readonly deletedFieldCodes: Set<string>;
  readonly filters: Map<number, FilterRecord>;
  readonly ids: Readonly<ReturnType<typeof newIds>>;
}

function emptyStores() {
  return {
    organizations: new RecordStore<OrganizationRecord>(() => null),
    persons: new RecordStore<PersonRecord>((person) => person.fields.org_id),
    deals: new RecordStore<DealRecord>((deal) => deal.fields.org_id),
    waitingDeals: [],
    deletedFieldCodes: new Set<string>(),
    filters: new Map<number, FilterRecord>(),
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
  const ids = newIds();
  return {
    profile,
    clock,
    random,
    ids,
    get switches() {
      return around.switches;
    },
    budget: new DailyBudget(clock, () => around.switches.midnightZone),
    index: new SearchIndex({ clock, random }),
    hooks: new HookBook({ clock, random: new SeededRandom(profile.id), profile }),
    users: new Map(users.map((user) => [user.id, user])),
    currencies: seedCurrencies(),
    ...emptyStores(),
    pipelines: seedPipelines(),
    stages: seedStages(ids.stage),
    dealFields: seedDealFields(random, ids.field),
    organizationFields: seedOrganizationFields(random, ids.field, ids.option),
  };
}
