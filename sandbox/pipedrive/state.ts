import type { FaultState } from "../lib/faults";
import { companyView } from "./companies";
import type { Company } from "./company";
import type { CompanyProfile } from "./company-profile";
import type { Currency } from "./currencies";
import { dealView } from "./deal-view";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import { fieldView } from "./field-view";
import { filterView } from "./filter-acts";
import { organizationView } from "./organization-view";
import { personView } from "./person-view";
import { pipelineView } from "./pipeline-acts";
import { dailyTokens } from "./plan-limits";
import type { PipedriveRequest } from "./request-log";
import { stageView } from "./stage-acts";
import type { Switches } from "./switches";
import type { UninstallNotice } from "./uninstall-notice";
import { webhookView } from "./webhook-acts";
import type { HookDelivery } from "./webhooks/hook";
import type { PipedriveWorld } from "./world";

type View = Record<string, unknown>;

/** Everything a test can assert on in one company, deleted and archived objects too. */
export interface PipedriveState {
  readonly now: string;
  readonly company: CompanyProfile;
  readonly organizations: readonly View[];
  readonly persons: readonly View[];
  readonly deals: readonly View[];
  /** Deals that wait for room in the plan. */
  readonly waitingDeals: readonly View[];
  readonly pipelines: readonly View[];
  readonly stages: readonly View[];
  readonly dealFields: readonly View[];
  readonly organizationFields: readonly View[];
  readonly currencies: readonly Currency[];
  readonly filters: readonly View[];
  readonly webhooks: readonly View[];
  readonly deliveries: readonly HookDelivery[];
  readonly users: readonly View[];
  readonly installations: readonly View[];
  /** Notices of uninstallation that were sent to the app. */
  readonly notices: readonly UninstallNotice[];
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
    organizations: [...company.organizations.values()].map((one) => organizationView(company, one)),
    persons: [...company.persons.values()].map((person) => personView(company, person)),
    deals: [...company.deals.values()].map((deal) => dealView(company, deal)),
    waitingDeals: company.waitingDeals.map(({ deal }) => dealView(company, deal)),
    pipelines: [...company.pipelines.values()].map(pipelineView),
    stages: [...company.stages.values()].map(stageView),
    dealFields: fieldViews(company, "deal"),
    organizationFields: fieldViews(company, "organization"),
    currencies: [...company.currencies.values()],
    filters: [...company.filters.values()].map(filterView),
    webhooks: company.hooks.list().map((hook) => webhookView(company, hook)),
    deliveries: [...company.hooks.log],
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
    notices: world.notices.filter(({ companyId }) => companyId === id),
    requests: world.requests.filter(({ companyId }) => companyId === null || companyId === id),
    budget: { limit, used: company.budget.used(), remaining: company.budget.remaining(limit) },
    switches: world.switches,
    faults: world.faults.list(),
  };
}
