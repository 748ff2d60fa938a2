import type { Company } from "./company";
import type { Plan } from "./company-profile";

interface PlanLimits {
  /** Multiplier of the daily token budget. */
  readonly multiplier: number;
  /** Calls in a rolling 2 s window. */
  readonly apiToken: number;
  readonly oauth: number;
  readonly customFields: number;
  readonly dealsPerSeat: number;
}

/** What each plan allows (facts §6). */
const LIMITS: Readonly<Record<Plan, PlanLimits>> = {
  lite: { multiplier: 1, apiToken: 20, oauth: 80, customFields: 30, dealsPerSeat: 2500 },
  growth: { multiplier: 2, apiToken: 40, oauth: 160, customFields: 100, dealsPerSeat: 5000 },
  premium: { multiplier: 5, apiToken: 100, oauth: 400, customFields: 300, dealsPerSeat: 15_000 },
  ultimate: { multiplier: 7, apiToken: 120, oauth: 480, customFields: 500, dealsPerSeat: 20_000 },
};

const TOKENS_PER_SEAT = 30_000;
const SEARCHES = 10;

function planOf({ profile }: Company): PlanLimits {
  return LIMITS[profile.plan];
}

/** The company's token budget of one day. */
export function dailyTokens(company: Company): number {
  return company.switches.dailyTokens ?? TOKENS_PER_SEAT * planOf(company).multiplier * company.profile.seats;
}

/** Calls that one caller may make in a window: with an API token, with an OAuth token, or searches. */
export function burstLimit(company: Company, kind: "apiToken" | "oauth" | "search"): number {
  const { burstApiToken, burstOAuth, burstSearch } = company.switches;
  if (kind === "search") return burstSearch ?? SEARCHES;
  return kind === "apiToken"
    ? (burstApiToken ?? planOf(company).apiToken)
    : (burstOAuth ?? planOf(company).oauth);
}

/** Custom fields of all kinds that the company may have. */
export function customFieldLimit(company: Company): number {
  return company.switches.customFieldLimit ?? planOf(company).customFields;
}

/** Deals not deleted that the company may have. */
export function dealLimit(company: Company): number {
  return company.switches.dealLimit ?? planOf(company).dealsPerSeat * company.profile.seats;
}
