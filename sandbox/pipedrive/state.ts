import type { FaultState } from "../lib/faults";
import { companyView } from "./companies";
import type { Company } from "./company";
import type { CompanyProfile } from "./company-profile";
import type { Currency } from "./currencies";
import { dealView } from "./deal-view";
import { fieldView } from "./field-acts";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import { organizationView } from "./organization-view";
import { pipelineView } from "./pipeline-acts";
import { dailyTokens } from "./plan-limits";
import type { PipedriveRequest } from "./request-log";
import { stageView } from "./stage-acts";
import type { Switches } from "./switches";
import type { PipedriveWorld } from "./world";

type View = Record<string, unknown>;

/** Everything a test can assert on in one company, deleted and archived objects too. */
export interface PipedriveState {
  readonly now: string;
  readonly company: CompanyProfile;
  readonly organizations: readonly View[];
  readonly deals: readonly View[];
  readonly pipelines: readonly View[];
  readonly stages: readonly View[];
  readonly dealFields: readonly View[];
  readonly organizationFields: readonly View[];
  readonly currencies: readonly Currency[];
  readonly users: readonly View[];
  readonly installations: readonly View[];
  /** Calls of this company's users, and those whose caller stayed unknown. */
  readonly requests: readonly PipedriveRequest[];
  readonly budget: { readonly limit: number; readonly used: number; readonly remaining: number };
  readonly switches: Switches;
  readonly faults: readonly FaultState[];
}

function fieldViews(company: Company, kind: FieldKind): View[] {
  return [...fieldPart(company, kind).values()].map((field) => fieldView(kind, field));
}

function objectsOf(company: Company) {
  return {
    organizations: [...company.organizations.values()].map((organization) =>
      organizationView(company, organization),
    ),
    deals: [...company.deals.values()].map((deal) => dealView(company, deal)),
    pipelines: [...company.pipelines.values()].map(pipelineView),
    stages: [...company.stages.values()].map(stageView),
    dealFields: fieldViews(company, "deal"),
    organizationFields: fieldViews(company, "organization"),
    currencies: [...company.currencies.values()],
    users: companyView(company).users.map((user) => ({ ...user })),
  };
}

export function readState(world: PipedriveWorld, company: Company): PipedriveState {
  const limit = dailyTokens(company);
  const { id } = company.profile;
  return {
    now: new Date(world.clock.nowMs()).toISOString(),
    company: { ...company.profile },
    ...objectsOf(company),
    installations: world.grants
      .installations()
      .filter(({ companyId }) => companyId === id)
      .map(({ userId, scopes }) => ({ userId, scopes })),
    requests: world.requests.filter(({ companyId }) => companyId === null || companyId === id),
    budget: { limit, used: company.budget.used(), remaining: company.budget.remaining(limit) },
    switches: world.switches,
    faults: world.faults.list(),
  };
}
