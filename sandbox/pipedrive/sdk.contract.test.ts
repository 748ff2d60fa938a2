import { Configuration as ConfigurationV1, CurrenciesApi, UsersApi } from "pipedrive/v1";
import {
  Configuration,
  DealFieldsApi,
  DealsApi,
  ItemSearchApi,
  OAuth2Configuration,
  OrganizationFieldsApi,
  OrganizationsApi,
  PipelinesApi,
  StagesApi,
} from "pipedrive/v2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { REDIRECT_URI, decide } from "../testing/consent";

/*
 * The official Node SDK as a client that knows nothing of this stand-in. Where it is known to err (facts §10), the
 * error is what is expected here.
 */
let sandbox: Sandbox;
let oauth: OAuth2Configuration;

beforeAll(async () => {
  sandbox = await startSandbox();
  oauth = new OAuth2Configuration({
    clientId: "sandbox-pipedrive",
    clientSecret: "sandbox-pipedrive-secret",
    redirectUri: REDIRECT_URI,
    host: sandbox.pipedrive.url,
  });
  const asked = new URL(oauth.authorizationUrl);
  const location = await decide(`${asked.origin}${asked.pathname}`, Object.fromEntries(asked.searchParams));
  await oauth.authorize(location.searchParams.get("code") ?? "");
});
afterAll(() => sandbox.stop());

function configuration(): Configuration {
  return new Configuration({ accessToken: oauth.getAccessToken, basePath: oauth.basePath });
}

describe("the official Pipedrive SDK", () => {
  it("takes api_domain for its base address, and refreshes with the same refresh token", async () => {
    expect(oauth.basePath).toBe(`${sandbox.pipedrive.url}/api/v2`);
    const first = await oauth.tokenRefresh();
    const second = await oauth.tokenRefresh();
    expect(second.refresh_token).toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
  });

  it("writes, reads, lists and deletes organizations and deals", async () => {
    const organizations = new OrganizationsApi(configuration());
    const deals = new DealsApi(configuration());
    const made = await organizations.addOrganization({ AddOrganizationRequest: { name: "Acme GmbH" } });
    const org_id = made.data?.id ?? 0;
    const deal = await deals.addDeal({
      AddDealRequest: { title: "Invoice 1", org_id, value: 12.3, currency: "USD", stage_id: 6 },
    });
    const id = deal.data?.id ?? 0;
    expect(deal.data).toMatchObject({ org_id, pipeline_id: 2, stage_id: 6, status: "open" });
    const changed = await deals.updateDeal({ id, UpdateDealRequest: { status: "won", stage_id: 10 } });
    expect(changed.data).toMatchObject({ status: "won", stage_id: 10 });
    const list = await deals.getDeals({ org_id, sort_by: "update_time", sort_direction: "desc" });
    expect(list.data?.map((row) => row.id)).toEqual([id]);
    expect((await deals.getArchivedDeals({})).data).toEqual([]);
    expect((await deals.deleteDeal({ id })).data).toEqual({ id });
    expect((await deals.getDeal({ id })).data).toMatchObject({ is_deleted: true });
    await organizations.updateOrganization({ id: org_id, UpdateOrganizationRequest: { name: "Acme AG" } });
    expect((await organizations.getOrganization({ id: org_id })).data).toMatchObject({ name: "Acme AG" });
    expect((await organizations.getOrganizations({ ids: String(org_id) })).data).toHaveLength(1);
    expect((await organizations.deleteOrganization({ id: org_id })).data).toEqual({ id: org_id });
  });

  it("reads pipelines and stages", async () => {
    const pipelines = await new PipelinesApi(configuration()).getPipelines({});
    expect(pipelines.data?.map(({ name }) => name)).toEqual(["Sales", "Invoices"]);
    const stages = await new StagesApi(configuration()).getStages({ pipeline_id: 2, sort_by: "order_nr" });
    expect(stages.data?.map(({ name }) => name)).toEqual([
      "Draft",
      "Sent",
      "Viewed",
      "Partly paid",
      "Overdue",
      "Paid",
    ]);
  });

  it("makes fields and writes into them", async () => {
    const fields = new DealFieldsApi(configuration());
    const made = await fields.addDealField({
      AddDealFieldRequest: { field_name: "Tier", field_type: "enum", options: [{ label: "Gold" }] },
    });
    const code = made.data?.field_code ?? "";
    expect((await fields.getDealField({ field_code: code })).data).toMatchObject({ field_name: "Tier" });
    const option = sandbox.pipedrive.control.state().dealFields.find((field) => field["field_code"] === code);
    expect(option).toMatchObject({ options: [{ label: "Gold" }] });
    expect((await fields.deleteDealField({ field_code: code })).success).toBe(true);
    const organizationFields = await new OrganizationFieldsApi(configuration()).getOrganizationFields({});
    expect(organizationFields.data?.some((field) => field.field_name === "Region")).toBe(true);
  });

  it("searches", async () => {
    const organizations = new OrganizationsApi(configuration());
    await organizations.addOrganization({ AddOrganizationRequest: { name: "Findable" } });
    sandbox.pipedrive.control.advanceClock(6000);
    const found = await organizations.searchOrganization({ term: "findable", exact_match: true });
    expect(found.data?.items).toMatchObject([{ item: { name: "Findable", type: "organization" } }]);
    const byField = await new ItemSearchApi(configuration()).searchItemByField({
      term: "Findable",
      entity_type: "organization",
      field: "name",
    });
    expect(byField.success).toBe(true);
  });

  it("reads the v1 endpoints", async () => {
    const basePath = `${sandbox.pipedrive.url}/api/v1`;
    const v1 = new ConfigurationV1({ accessToken: await oauth.getAccessToken(), basePath });
    expect((await new UsersApi(v1).getCurrentUser()).data).toMatchObject({
      id: 987654,
      company_domain: "acme-sandbox",
    });
    expect((await new CurrenciesApi(v1).getCurrencies({})).data?.length).toBeGreaterThan(5);
  });

  it("loses status and headers of a refusal (known fault): only the body is thrown", async () => {
    const deals = new DealsApi(configuration());
    await expect(deals.getDeal({ id: 1 })).rejects.toEqual({
      success: false,
      error: "Entity was not found",
      error_info: "Object was not found.",
      data: null,
      additional_data: null,
    });
  });
});
