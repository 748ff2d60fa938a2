import { Configuration as ConfigurationV1, CurrenciesApi, UsersApi } from "pipedrive/v1";
import {
  Configuration,
  DealFieldsApi,
  DealsApi,
  ItemSearchApi,
  OrganizationFieldsApi,
  OrganizationsApi,
  PipelinesApi,
  StagesApi,
} from "pipedrive/v2";

/** The official SDK's classes that the contract drives, all with one grant. */
export interface PipedriveSdk {
  readonly users: UsersApi;
  readonly currencies: CurrenciesApi;
  readonly pipelines: PipelinesApi;
  readonly stages: StagesApi;
  readonly dealFields: DealFieldsApi;
  readonly organizationFields: OrganizationFieldsApi;
  readonly organizations: OrganizationsApi;
  readonly deals: DealsApi;
  readonly items: ItemSearchApi;
}

/** The SDK at an API's root, such as `http://127.0.0.1:4020`. */
export function pipedriveSdk(url: string, accessToken: string): PipedriveSdk {
  const v1 = new ConfigurationV1({ accessToken, basePath: `${url}/api/v1` });
  const v2 = new Configuration({ accessToken, basePath: `${url}/api/v2` });
  return {
    users: new UsersApi(v1),
    currencies: new CurrenciesApi(v1),
    pipelines: new PipelinesApi(v2),
    stages: new StagesApi(v2),
    dealFields: new DealFieldsApi(v2),
    organizationFields: new OrganizationFieldsApi(v2),
    organizations: new OrganizationsApi(v2),
    deals: new DealsApi(v2),
    items: new ItemSearchApi(v2),
  };
}

/** A new organization's id. */
export async function newOrganization(sdk: PipedriveSdk, name = "Acme GmbH"): Promise<number> {
  const { data } = await sdk.organizations.addOrganization({ AddOrganizationRequest: { name } });
  return data?.id ?? 0;
}

/** A new deal's id, at that organization or a new one, in the first stage of the pipeline "Invoices". */
export async function newDeal(sdk: PipedriveSdk, orgId?: number): Promise<number> {
  const org_id = orgId ?? (await newOrganization(sdk));
  const { data } = await sdk.deals.addDeal({
    AddDealRequest: {
      title: "Invoice 1",
      org_id,
      value: 12.3,
      currency: "USD",
      stage_id: await invoiceStage(sdk),
    },
  });
  return data?.id ?? 0;
}

/** The id of a stage of the pipeline "Invoices", by its place. */
export async function invoiceStage(sdk: PipedriveSdk, place = 0): Promise<number> {
  const pipelines = await sdk.pipelines.getPipelines({});
  const pipeline_id = pipelines.data?.find(({ name }) => name === "Invoices")?.id ?? 0;
  const stages = await sdk.stages.getStages({ pipeline_id, sort_by: "order_nr" });
  return stages.data?.at(place)?.id ?? 0;
}

/** A new option field of deals: its code. */
export async function newDealField(sdk: PipedriveSdk): Promise<string> {
  const made = await sdk.dealFields.addDealField({
    AddDealFieldRequest: { field_name: "Tier", field_type: "enum", options: [{ label: "Gold" }] },
  });
  return made.data?.field_code ?? "";
}

/** The same of organizations. */
export async function newOrganizationField(sdk: PipedriveSdk): Promise<string> {
  const made = await sdk.organizationFields.addOrganizationField({
    AddOrganizationFieldRequest: { field_name: "Tier", field_type: "enum", options: [{ label: "Gold" }] },
  });
  return made.data?.field_code ?? "";
}
