import type { Company } from "./company";
import { PipedriveError } from "./errors";
import { dealLimit } from "./plan-limits";

/** Whether the plan has no room for another deal (facts §6). */
export function isFullOfDeals(company: Company): boolean {
  return company.deals.living >= dealLimit(company);
}

/** The answer to a deal beyond the plan's limit. */
export function dealCapRefusal(): PipedriveError {
  const error = "Couldn't add the deal. Open deals limit reached.";
  return new PipedriveError(403, { success: false, error, code: "feature_capping_deals_limit" });
}
