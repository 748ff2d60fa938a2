import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { grantPipedrive } from "@/server/testing/vendor-grants";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createPipedriveClient } from "./client";
import type { PipedriveClient } from "./client";
import { openGate } from "./gate";

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let token: string;
let client: PipedriveClient;

function clientWith(change: Partial<Parameters<typeof createPipedriveClient>[0]>): PipedriveClient {
  const accessToken = () => Promise.resolve(token);
  return createPipedriveClient({
    apiBaseUrl: sandbox.pipedrive.url,
    accessToken,
    gate: openGate,
    ...deps,
    ...change,
  });
}

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  token = (await grantPipedrive(sandbox.pipedrive)).accessToken;
  client = clientWith({});
});

afterAll(() => sandbox.stop());

async function stagesOf(pipeline: string) {
  const found = (await client.listPipelines()).find(({ name }) => name === pipeline);
  if (!found) throw new Error(`no pipeline ${pipeline}`);
  return client.listStages(found.id);
}

async function makeDeal() {
  const [first] = await stagesOf("Invoices");
  const organization = await client.createOrganization({ name: "Acme GmbH" });
  const orgId = organization.object.id;
  const body = {
    title: "Invoice 1",
    org_id: orgId,
    value: 1500.1,
    currency: "EUR",
    stage_id: first?.id ?? 0,
  };
  return { orgId, ...(await client.createDeal(body)) };
}

describe("the company", () => {
  it("tells who, which pipelines, stages and currencies", async () => {
    expect(await client.me()).toMatchObject({
      companyName: "Acme",
      companyDomain: "acme-sandbox",
      defaultCurrency: "EUR",
    });
    expect((await client.listPipelines()).map(({ name }) => name)).toEqual(["Sales", "Invoices"]);
    expect((await stagesOf("Invoices")).map(({ name }) => name)).toEqual([
      "Draft",
      "Sent",
      "Viewed",
      "Partly paid",
      "Overdue",
      "Paid",
    ]);
    const currencies = await client.listCurrencies();
    expect(currencies.find(({ code }) => code === "JPY")).toMatchObject({ decimalPoints: 0, isActive: true });
  });

  it("makes fields and options, and finds them again", async () => {
    const made = await client.createField("deal", {
      name: "FreshBooks state",
      type: "enum",
      description: "Set by the sync.",
      options: ["Draft", "Sent"],
    });
    expect(made).toMatchObject({ type: "enum", isCustom: true });
    expect(made.code).toMatch(/^[0-9a-f]{40}$/);
    expect(made.options.map(({ label }) => label)).toEqual(["Draft", "Sent"]);
    const added = await client.addFieldOptions("deal", made.code, ["Paid"]);
    expect(added.map(({ label }) => label)).toEqual(["Paid"]);
    const found = (await client.listFields("deal")).find(({ code }) => code === made.code);
    expect(found?.options.map(({ label }) => label)).toEqual(["Draft", "Sent", "Paid"]);
  });

  it("leaves the description away for organization fields, which have none", async () => {
    const field = { name: "FreshBooks id", type: "varchar", description: "Set by the sync." } as const;
    expect(await client.createField("organization", field)).toMatchObject({ name: "FreshBooks id" });
  });
});

describe("deals and organizations", () => {
  it("writes and reads an organization with its address", async () => {
    const address = { value: "Hauptstr. 5, 10115 Berlin" };
    const { object, call } = await client.createOrganization({ name: "Acme GmbH", address });
    expect(object).toMatchObject({ name: "Acme GmbH", isDeleted: false, address });
    expect(call.status).toBe(200);
    expect(call.requestId).not.toBeNull();
    expect(await client.getOrganization(object.id)).toEqual(object);
    const renamed = await client.updateOrganization(object.id, { name: "Acme AG" });
    expect(renamed.object.name).toBe("Acme AG");
  });

  it("writes a deal, moves it, wins it", async () => {
    const { object, orgId } = await makeDeal();
    expect(object).toMatchObject({ orgId, value: 1500.1, currency: "EUR", status: "open", wonTime: null });
    const stages = await stagesOf("Invoices");
    const paid = stages.at(-1)?.id ?? 0;
    const won = await client.updateDeal(object.id, {
      stage_id: paid,
      status: "won",
      won_time: "2026-11-20T10:11:12.345Z",
    });
    expect(won.object).toMatchObject({ stageId: paid, status: "won", wonTime: "2026-11-20T10:11:12Z" });
    expect(await client.getDeal(object.id)).toEqual(won.object);
  });

  it("writes custom fields of every kind we make", async () => {
    const text = await client.createField("deal", { name: "Number", type: "varchar" });
    const money = await client.createField("deal", { name: "Paid", type: "monetary" });
    const date = await client.createField("deal", { name: "Due", type: "date" });
    const { object } = await makeDeal();
    const custom_fields = {
      [text.code]: "0000008",
      [money.code]: { value: 99.9, currency: "EUR" },
      [date.code]: "2026-12-01",
    };
    const written = await client.updateDeal(object.id, { custom_fields });
    expect(written.object.customFields).toMatchObject(custom_fields);
  });

  it("says null for what does not exist, and shows what was deleted", async () => {
    expect(await client.getDeal(987_654_321)).toBeNull();
    expect(await client.getOrganization(987_654_321)).toBeNull();
    const { object } = await makeDeal();
    sandbox.pipedrive.control.deleteDeal(object.id);
    expect(await client.getDeal(object.id)).toMatchObject({ isDeleted: true });
  });

  it("does not take a web page's 404 for a missing deal", async () => {
    const body = "<html>not here</html>";
    sandbox.pipedrive.control.addFault({ method: "GET", path: "/api/v2/deals/*", status: 404, body });
    expect(await failureOf(VendorError, client.getDeal(1))).toMatchObject({
      kind: "bad_response",
      status: 404,
    });
  });

  it("lists an organization's deals over several pages, and since an instant", async () => {
    const { orgId, object } = await makeDeal();
    await client.createDeal({ title: "Another", org_id: orgId });
    const small = clientWith({
      fetch: (input, init) => {
        const url = new URL(input instanceof Request ? input.url : input);
        url.searchParams.set("limit", "1");
        return fetch(url, init);
      },
    });
    const titles = (await small.listDeals({ orgId })).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(["Another", "Invoice 1"]);
    const at = new Date(Date.parse(object.updateTime) - 1);
    expect(await client.listDeals({ orgId, updatedSince: at })).toHaveLength(2);
    const later = new Date(Date.parse(object.updateTime) + 3600_000);
    expect(await client.listDeals({ orgId, updatedSince: later })).toEqual([]);
    expect(await client.listOrganizations({ updatedSince: later })).toEqual([]);
    expect((await client.listOrganizations({})).map(({ id }) => id)).toContain(orgId);
  });

  it("lists archived deals when asked to", async () => {
    const { orgId, object } = await makeDeal();
    sandbox.pipedrive.control.patchDeal(object.id, { is_archived: true });
    expect(await client.listDeals({ orgId })).toEqual([]);
    expect(await client.listDeals({ orgId, archived: true })).toMatchObject([{ isArchived: true }]);
  });

  it("ends a list whose cursor goes round in a circle", async () => {
    const body = { success: true, data: [], additional_data: { next_cursor: "again" } };
    sandbox.pipedrive.control.addFault({ method: "GET", path: "/api/v2/deals", times: 5, status: 200, body });
    const error = await failureOf(VendorError, client.listDeals({ orgId: 1 }));
    expect(error).toMatchObject({ kind: "bad_response" });
  });
});
