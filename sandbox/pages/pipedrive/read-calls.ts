import type { Company } from "../../pipedrive/company";
import { dailyTokens } from "../../pipedrive/plan-limits";
import type { PipedriveRequest } from "../../pipedrive/request-log";
import type { PipedriveWorld } from "../../pipedrive/world";

const SHOWN = 200;
const BURST_MS = 2000;

export interface CallsView {
  /** Newest first. */
  readonly calls: readonly PipedriveRequest[];
  readonly limit: number;
  readonly used: number;
  /** Calls in the last two seconds, refused ones too. */
  readonly burst: number;
}

/** The company's latest calls, what is left of its day, and how fast it is being called. */
export function readCalls(world: PipedriveWorld, company: Company): CallsView {
  const { id } = company.profile;
  const nowMs = world.clock.nowMs();
  const calls: PipedriveRequest[] = [];
  let burst = 0;
  for (let place = world.requests.length - 1; place >= 0 && calls.length < SHOWN; place -= 1) {
    const entry = world.requests[place];
    if (entry === undefined || (entry.companyId !== null && entry.companyId !== id)) continue;
    calls.push(entry);
    if (Date.parse(entry.at) > nowMs - BURST_MS) burst += 1;
  }
  return { calls, limit: dailyTokens(company), used: company.budget.used(), burst };
}
