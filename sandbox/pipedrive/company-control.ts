import { ControlError } from "../lib/http-error";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { createDeal, deleteDeal, patchDeal } from "./deal-acts";
import { dealView } from "./deal-view";
import { parseStrict } from "./errors";
import { createOrganization, deleteOrganization, patchOrganization } from "./organization-acts";
import { organizationView } from "./organization-view";
import type { DealRecord, OrganizationRecord } from "./records";
import { dailyTokens } from "./plan-limits";
import { dealCreateSchema, dealPatchSchema } from "./schemas/deal";
import { organizationCreateSchema, organizationPatchSchema } from "./schemas/organization";
import type { PipedriveState } from "./state";

type View = Record<string, unknown>;
type Input = Readonly<Record<string, unknown>>;

/** What one may do in a company by hand, as its first user, with the same rules as the API's. */
export interface CompanyControl {
  state(): PipedriveState;
  createDeal(input: Input): View;
  patchDeal(id: number, input: Input): View;
  deleteDeal(id: number): View;
  createOrganization(input: Input): View;
  patchOrganization(id: number, input: Input): View;
  deleteOrganization(id: number): View;
  /** The user's tokens stop working. */
  deactivateUser(id: number): void;
  /** Other apps of the company spend so many tokens of its daily budget; gives what remains. */
  spend(tokens: number): { readonly remaining: number };
}

function personOf(company: Company): Caller {
  const first = [...company.users.values()][0];
  if (first === undefined) throw new ControlError(409, "The company has no user.");
  return { userId: first.id, token: first.apiToken, scopes: null, source: "app" };
}

function found<T>(record: T | undefined, what: string, id: number): T {
  if (record === undefined) throw new ControlError(404, `There is no ${what} ${id}.`);
  return record;
}

function dealVerbs(companyOf: () => Company) {
  const acting = (id: number, act: (company: Company, deal: DealRecord) => void) => {
    const company = companyOf();
    const deal = found(company.deals.get(id), "deal", id);
    act(company, deal);
    return dealView(company, deal);
  };
  return {
    createDeal: (input: Input) => {
      const company = companyOf();
      const body = parseStrict(dealCreateSchema, input);
      return dealView(company, createDeal(company, personOf(company), body));
    },
    patchDeal: (id: number, input: Input) =>
      acting(id, (company, deal) => {
        patchDeal(company, deal, parseStrict(dealPatchSchema, input));
      }),
    deleteDeal: (id: number) => acting(id, deleteDeal),
  };
}

function organizationVerbs(companyOf: () => Company) {
  const acting = (id: number, act: (company: Company, organization: OrganizationRecord) => void) => {
    const company = companyOf();
    const organization = found(company.organizations.get(id), "organization", id);
    act(company, organization);
    return organizationView(company, organization);
  };
  return {
    createOrganization: (input: Input) => {
      const company = companyOf();
      const body = parseStrict(organizationCreateSchema, input);
      return organizationView(company, createOrganization(company, personOf(company), body));
    },
    patchOrganization: (id: number, input: Input) =>
      acting(id, (company, organization) => {
        patchOrganization(company, organization, parseStrict(organizationPatchSchema, input));
      }),
    deleteOrganization: (id: number) => acting(id, deleteOrganization),
  };
}

/** The control verbs of a company, which is looked up anew at each call. */
export function companyVerbs(companyOf: () => Company): Omit<CompanyControl, "state"> {
  return {
    ...dealVerbs(companyOf),
    ...organizationVerbs(companyOf),
    deactivateUser: (id) => {
      found(companyOf().users.get(id), "user", id).isActive = false;
    },
    spend: (tokens) => {
      const company = companyOf();
      company.budget.spend(tokens);
      return { remaining: company.budget.remaining(dailyTokens(company)) };
    },
  };
}
