import { ControlError, parseControlInput } from "../lib/http-error";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { companyPatchSchema } from "./company-profile";
import type { CompanyPatch, CompanyProfile } from "./company-profile";
import { currencyInputSchema, setCurrency } from "./currencies";
import type { Currency, CurrencyInput } from "./currencies";
import { admitWaitingDeals, createDeal, deleteDeal, patchDeal } from "./deal-acts";
import { dealView } from "./deal-view";
import { parseStrict } from "./errors";
import { createOrganization, deleteOrganization, patchOrganization } from "./organization-acts";
import { organizationView } from "./organization-view";
import { dailyTokens } from "./plan-limits";
import type { DealRecord, OrganizationRecord } from "./records";
import { dealCreateSchema, dealPatchSchema } from "./schemas/deal";
import { organizationCreateSchema, organizationPatchSchema } from "./schemas/organization";
import type { PipedriveState } from "./state";
import { tellOfStructure } from "./structure-events";
import type { UninstallNotice } from "./uninstall-notice";
import { userView } from "./user-view";

type View = Record<string, unknown>;
type Input = Readonly<Record<string, unknown>>;

/** What one may do in a company by hand, as its first user, with the same rules as the API's. */
export interface CompanyControl {
  state(): PipedriveState;
  /** The user removes the app: the installation ends, and the app's callback URL is told with `DELETE`. */
  uninstall(userId: number): Promise<UninstallNotice[]>;
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
  /** Another plan, more or fewer seats, closed for want of payment, or shut to apps. */
  setCompany(patch: CompanyPatch): CompanyProfile;
  /** Adds a currency of the company's own, or switches one on or off. */
  setCurrency(input: CurrencyInput): Currency;
}

function personOf(company: Company): Caller {
  const first = [...company.users.values()][0];
  if (first === undefined) throw new ControlError(409, "The company has no user.");
  return { userId: first.id, token: first.apiToken, scopes: null, installation: null, source: "app" };
}

function found<T>(record: T | undefined, what: string, id: number): T {
  if (record === undefined) throw new ControlError(404, `There is no ${what} ${id}.`);
  return record;
}

function dealVerbs(companyOf: () => Company) {
  const acting = (id: number, act: (company: Company, caller: Caller, deal: DealRecord) => void) => {
    const company = companyOf();
    const deal = found(company.deals.get(id), "deal", id);
    act(company, personOf(company), deal);
    return dealView(company, deal);
  };
  return {
    createDeal: (input: Input) => {
      const company = companyOf();
      const body = parseStrict(dealCreateSchema, input);
      return dealView(company, createDeal(company, personOf(company), body));
    },
    patchDeal: (id: number, input: Input) =>
      acting(id, (company, caller, deal) => {
        patchDeal(company, caller, deal, parseStrict(dealPatchSchema, input));
      }),
    deleteDeal: (id: number) => acting(id, deleteDeal),
  };
}

function organizationVerbs(companyOf: () => Company) {
  type Act = (company: Company, caller: Caller, organization: OrganizationRecord) => void;
  const acting = (id: number, act: Act) => {
    const company = companyOf();
    const organization = found(company.organizations.get(id), "organization", id);
    act(company, personOf(company), organization);
    return organizationView(company, organization);
  };
  return {
    createOrganization: (input: Input) => {
      const company = companyOf();
      const body = parseStrict(organizationCreateSchema, input);
      return organizationView(company, createOrganization(company, personOf(company), body));
    },
    patchOrganization: (id: number, input: Input) =>
      acting(id, (company, caller, organization) => {
        patchOrganization(company, caller, organization, parseStrict(organizationPatchSchema, input));
      }),
    deleteOrganization: (id: number) => acting(id, deleteOrganization),
  };
}

function ownerVerbs(companyOf: () => Company) {
  return {
    deactivateUser: (id: number) => {
      const company = companyOf();
      const user = found(company.users.get(id), "user", id);
      const before = userView(company, user, false);
      user.isActive = false;
      tellOfStructure(company, personOf(company), "user", before, userView(company, user, false));
    },
    spend: (tokens: number) => {
      const company = companyOf();
      company.budget.spend(tokens);
      return { remaining: company.budget.remaining(dailyTokens(company)) };
    },
    setCompany: (patch: CompanyPatch) => {
      const company = companyOf();
      Object.assign(company.profile, parseControlInput(companyPatchSchema, patch));
      admitWaitingDeals(company);
      return { ...company.profile };
    },
    setCurrency: (input: CurrencyInput) =>
      setCurrency(companyOf().currencies, parseControlInput(currencyInputSchema, input)),
  };
}

/** The control verbs of a company, which is looked up anew at each call. */
export function companyVerbs(companyOf: () => Company): Omit<CompanyControl, "state" | "uninstall"> {
  return { ...dealVerbs(companyOf), ...organizationVerbs(companyOf), ...ownerVerbs(companyOf) };
}
