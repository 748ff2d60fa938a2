/** Which of Pipedrive's two-second windows a call falls into (facts §6). */
export type CallKind = "general" | "search";

type CallCost = { tokens: number; kind: CallKind };

/** What each operation takes from the daily token budget (facts §3.2, §6; `x-token-cost` of the OpenAPI files). */
export const callCosts = {
  me: { tokens: 2, kind: "general" },
  listCurrencies: { tokens: 20, kind: "general" },
  listPipelines: { tokens: 5, kind: "general" },
  listStages: { tokens: 5, kind: "general" },
  listFields: { tokens: 10, kind: "general" },
  createField: { tokens: 5, kind: "general" },
  addFieldOptions: { tokens: 5, kind: "general" },
  getDeal: { tokens: 1, kind: "general" },
  createDeal: { tokens: 5, kind: "general" },
  updateDeal: { tokens: 5, kind: "general" },
  listDeals: { tokens: 10, kind: "general" },
  listArchivedDeals: { tokens: 20, kind: "general" },
  getOrganization: { tokens: 1, kind: "general" },
  createOrganization: { tokens: 5, kind: "general" },
  updateOrganization: { tokens: 5, kind: "general" },
  listOrganizations: { tokens: 10, kind: "general" },
} as const satisfies Record<string, CallCost>;

export type PipedriveOperation = keyof typeof callCosts;
