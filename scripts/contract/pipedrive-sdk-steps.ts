import { invoiceStage, newDeal, newDealField, newOrganization, newOrganizationField } from "./pipedrive-sdk";
import type { PipedriveSdk } from "./pipedrive-sdk";

/** One operation, as the official SDK makes it. */
export interface PipedriveSdkStep {
  readonly operation: string;
  /** Makes what the call needs, makes the call, and gives the answer's `data`. */
  readonly run: (sdk: PipedriveSdk, advanceClock: (ms: number) => void) => Promise<unknown>;
  /** What the data must at least hold; of a list, its first row. */
  readonly expected: object;
}

async function firstOf(rows: Promise<{ readonly data?: readonly unknown[] }>): Promise<unknown> {
  return (await rows).data?.[0];
}

const companySteps: readonly PipedriveSdkStep[] = [
  {
    operation: "GET /api/v1/users/me",
    run: async ({ users }) => (await users.getCurrentUser()).data,
    expected: { id: 987_654, company_domain: "acme-sandbox", default_currency: "EUR" },
  },
  {
    operation: "GET /api/v1/currencies",
    run: async ({ currencies }) =>
      (await currencies.getCurrencies({})).data?.find(({ code }) => code === "JPY"),
    expected: { decimal_points: 0, active_flag: true, is_custom_flag: false },
  },
  {
    operation: "GET /api/v2/pipelines",
    run: ({ pipelines }) => firstOf(pipelines.getPipelines({})),
    expected: { id: 1, name: "Sales", is_deleted: false },
  },
  {
    operation: "GET /api/v2/stages",
    run: ({ stages }) => firstOf(stages.getStages({ pipeline_id: 2, sort_by: "order_nr" })),
    expected: { name: "Draft", pipeline_id: 2, order_nr: 1, is_deleted: false },
  },
];

const fieldSteps: readonly PipedriveSdkStep[] = [
  {
    operation: "GET /api/v2/dealFields",
    run: ({ dealFields }) => firstOf(dealFields.getDealFields({ limit: 500 })),
    expected: { field_code: "id", is_custom_field: false },
  },
  {
    operation: "POST /api/v2/dealFields",
    run: async (sdk) => (await sdk.dealFields.getDealField({ field_code: await newDealField(sdk) })).data,
    expected: { field_name: "Tier", field_type: "enum", is_custom_field: true, options: [{ label: "Gold" }] },
  },
  {
    operation: "POST /api/v2/dealFields/{field_code}/options",
    run: async (sdk) =>
      firstOf(
        sdk.dealFields.addDealFieldOptions({
          field_code: await newDealField(sdk),
          AddDealFieldOptionsRequestInner: [{ label: "Silver" }],
        }),
      ),
    expected: { label: "Silver" },
  },
  {
    operation: "DELETE /api/v2/dealFields/{field_code}",
    run: async (sdk) => (await sdk.dealFields.deleteDealField({ field_code: await newDealField(sdk) })).data,
    expected: { field_name: "Tier" },
  },
  {
    operation: "GET /api/v2/organizationFields",
    run: ({ organizationFields }) => firstOf(organizationFields.getOrganizationFields({ limit: 500 })),
    expected: { field_code: "id", is_custom_field: false },
  },
  {
    operation: "POST /api/v2/organizationFields",
    run: async (sdk) => {
      const field_code = await newOrganizationField(sdk);
      return (await sdk.organizationFields.getOrganizationField({ field_code })).data;
    },
    expected: { field_name: "Tier", field_type: "enum", is_custom_field: true, options: [{ label: "Gold" }] },
  },
  {
    operation: "POST /api/v2/organizationFields/{field_code}/options",
    run: async (sdk) =>
      firstOf(
        sdk.organizationFields.addOrganizationFieldOptions({
          field_code: await newOrganizationField(sdk),
          AddDealFieldOptionsRequestInner: [{ label: "Silver" }],
        }),
      ),
    expected: { label: "Silver" },
  },
];

const organizationSteps: readonly PipedriveSdkStep[] = [
  {
    operation: "POST /api/v2/organizations",
    run: async ({ organizations }) => {
      const address = { value: "Hauptstr. 5, 10115 Berlin" };
      return (await organizations.addOrganization({ AddOrganizationRequest: { name: "Beta", address } }))
        .data;
    },
    expected: { name: "Beta", is_deleted: false, address: { value: "Hauptstr. 5, 10115 Berlin" } },
  },
  {
    operation: "GET /api/v2/organizations/{id}",
    run: async (sdk) => (await sdk.organizations.getOrganization({ id: await newOrganization(sdk) })).data,
    expected: { name: "Acme GmbH", is_deleted: false },
  },
  {
    operation: "PATCH /api/v2/organizations/{id}",
    run: async (sdk) => {
      const id = await newOrganization(sdk);
      const body = { name: "Acme AG" };
      return (await sdk.organizations.updateOrganization({ id, UpdateOrganizationRequest: body })).data;
    },
    expected: { name: "Acme AG" },
  },
  {
    operation: "GET /api/v2/organizations",
    run: async (sdk) => {
      const ids = String(await newOrganization(sdk, "Listed"));
      return firstOf(sdk.organizations.getOrganizations({ ids, sort_by: "update_time" }));
    },
    expected: { name: "Listed" },
  },
  {
    operation: "DELETE /api/v2/organizations/{id}",
    run: async (sdk) => {
      const id = await newOrganization(sdk);
      const deleted = await sdk.organizations.deleteOrganization({ id });
      return { isThatOne: deleted.data?.id === id };
    },
    expected: { isThatOne: true },
  },
];

const dealSteps: readonly PipedriveSdkStep[] = [
  {
    operation: "POST /api/v2/deals",
    run: async (sdk) => {
      const stage_id = await invoiceStage(sdk);
      const body = { title: "Invoice 2", value: 1500.1, currency: "EUR", stage_id };
      return (await sdk.deals.addDeal({ AddDealRequest: body })).data;
    },
    expected: { title: "Invoice 2", value: 1500.1, currency: "EUR", pipeline_id: 2, status: "open" },
  },
  {
    operation: "GET /api/v2/deals/{id}",
    run: async (sdk) => (await sdk.deals.getDeal({ id: await newDeal(sdk) })).data,
    expected: { title: "Invoice 1", value: 12.3, currency: "USD", is_deleted: false, is_archived: false },
  },
  {
    operation: "PATCH /api/v2/deals/{id}",
    run: async (sdk) => {
      const id = await newDeal(sdk);
      const body = { status: "won", stage_id: await invoiceStage(sdk, -1) };
      return (await sdk.deals.updateDeal({ id, UpdateDealRequest: body })).data;
    },
    expected: { status: "won", pipeline_id: 2 },
  },
  {
    operation: "GET /api/v2/deals",
    run: async (sdk) => {
      const org_id = await newOrganization(sdk);
      await newDeal(sdk, org_id);
      return firstOf(sdk.deals.getDeals({ org_id, sort_by: "update_time", sort_direction: "desc" }));
    },
    expected: { title: "Invoice 1" },
  },
  {
    operation: "GET /api/v2/deals/archived",
    run: async (sdk) => {
      const id = await newDeal(sdk);
      await sdk.deals.updateDeal({ id, UpdateDealRequest: { is_archived: true } });
      return firstOf(sdk.deals.getArchivedDeals({ ids: String(id) }));
    },
    expected: { title: "Invoice 1", is_archived: true },
  },
  {
    operation: "DELETE /api/v2/deals/{id}",
    run: async (sdk) => {
      const id = await newDeal(sdk);
      await sdk.deals.deleteDeal({ id });
      return (await sdk.deals.getDeal({ id })).data;
    },
    expected: { is_deleted: true },
  },
];

/** Longer than the index of searches ever lags (facts §4). */
const MINUTE_MS = 60_000;

const searchSteps: readonly PipedriveSdkStep[] = [
  {
    operation: "GET /api/v2/organizations/search",
    run: async (sdk, advanceClock) => {
      await newOrganization(sdk, "Findable");
      advanceClock(MINUTE_MS);
      const found = await sdk.organizations.searchOrganization({ term: "findable", exact_match: true });
      return found.data?.items?.[0]?.item;
    },
    expected: { name: "Findable", type: "organization" },
  },
  {
    operation: "GET /api/v2/itemSearch/field",
    run: async (sdk, advanceClock) => {
      await newOrganization(sdk, "Findable again");
      advanceClock(MINUTE_MS);
      return sdk.items.searchItemByField({
        term: "Findable again",
        entity_type: "organization",
        field: "name",
      });
    },
    expected: { success: true, data: [{ name: "Findable again" }] },
  },
];

/** Every operation the product uses, and those that a person who looks after it would, by the official SDK. */
export const pipedriveSdkSteps: readonly PipedriveSdkStep[] = [
  ...companySteps,
  ...fieldSteps,
  ...organizationSteps,
  ...dealSteps,
  ...searchSteps,
];
