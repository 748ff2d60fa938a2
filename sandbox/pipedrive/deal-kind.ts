import { plainTexts, searchableValues } from "./custom-values";
import { dealView } from "./deal-view";
import type { RecordKind } from "./record-changes";
import type { DealRecord } from "./records";

/** How deals are kept, shown and searched. */
export const DEAL: RecordKind<DealRecord> = {
  name: "deal",
  storeOf: (company) => company.deals,
  view: dealView,
  texts: (deal) => [deal.fields.title, ...plainTexts(deal.custom)],
  snapshot: (company, deal) => ({
    name: deal.fields.title,
    address: null,
    emails: [],
    phones: [],
    custom: searchableValues(company.dealFields, deal.custom),
  }),
};
