import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { allowConsent, denyConsent } from "@/server/testing/press-consent";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createPipedriveClient } from "./client";
import type { PipedriveClient } from "./client";
import { openGate } from "./gate";
import type { Gate } from "./gate";
import { authorizeUrl, exchangeCode, refresh, revoke } from "./oauth";
import type { PipedriveApp } from "./oauth";

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let app: PipedriveApp;
let token: string;
let client: PipedriveClient;

function consentUrl(): string {
  const { clientId, redirectUri, oauthUrl } = app;
  return authorizeUrl({ oauthUrl, clientId, redirectUri, state: "s & t" });
}

async function grant() {
  return exchangeCode(app, deps, (await allowConsent(consentUrl())).code);
}

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
  app = {
    clientId: "sandbox-pipedrive",
    clientSecret: "sandbox-pipedrive-secret",
    redirectUri: "https://app.example/api/oauth/pipedrive/callback",
    oauthUrl: sandbox.pipedrive.url,
    allowedHosts: [new URL(sandbox.pipedrive.url).host],
  };
});

beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  token = (await grant()).accessToken;
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

describe("Pipedrive consent and tokens", () => {
  it("brings our state back, and an installation with its own address", async () => {
    const consent = await allowConsent(consentUrl());
    expect(consent.state).toBe("s & t");
    const granted = await exchangeCode(app, deps, consent.code);
    expect(granted.apiDomain).toBe(sandbox.pipedrive.url);
    expect(granted.scopes).toContain("deals:full");
    const minutes = (granted.accessExpiresAt.getTime() - systemClock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(55);
    expect(minutes).toBeLessThanOrEqual(60);
  });

  it("may be refused by the person", async () => {
    expect(await denyConsent(consentUrl())).toBe("user_denied");
  });

  it("refuses an installation whose address is not Pipedrive's", async () => {
    const strict = { ...app, allowedHosts: ["*.pipedrive.com"] };
    const { code } = await allowConsent(consentUrl());
    expect(await failureOf(VendorError, exchangeCode(strict, deps, code))).toMatchObject({
      kind: "bad_response",
    });
  });

  it("refreshes, and after a revoke knows that the grant is dead", async () => {
    const granted = await grant();
    const fresh = await refresh(app, deps, granted.refreshToken);
    token = fresh.accessToken;
    expect(await client.me()).toMatchObject({ companyId: 12_345_678 });
    await revoke(app, deps, fresh.refreshToken);
    expect(await failureOf(VendorError, refresh(app, deps, fresh.refreshToken))).toMatchObject({
      kind: "auth",
    });
    expect(await failureOf(VendorError, client.me())).toMatchObject({ kind: "auth", status: 401 });
  });

  it("refreshes once after a 401, and goes on", async () => {
    const good = token;
    token = "worn-out";
    let refreshed = 0;
    const onUnauthorized = () => {
      refreshed += 1;
      token = good;
      return Promise.resolve();
    };
    await clientWith({ onUnauthorized }).me();
    expect(refreshed).toBe(1);
  });
});

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
    expect(made).toMatchObject({
      code: expect.stringMatching(/^[0-9a-f]{40}$/),
      type: "enum",
      isCustom: true,
    });
    expect(made.options.map(({ label }) => label)).toEqual(["Draft", "Sent"]);
    const added = await client.addFieldOptions("deal", made.code, ["Paid"]);
    expect(added).toEqual([{ id: expect.any(Number), label: "Paid" }]);
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
    expect(object).toMatchObject({
      name: "Acme GmbH",
      isDeleted: false,
      address: expect.objectContaining(address),
    });
    expect(call).toMatchObject({ status: 200, requestId: expect.any(String) });
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
    const titles = (await small.listDealsOfOrganization({ orgId })).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(["Another", "Invoice 1"]);
    const at = new Date(Date.parse(object.updateTime) - 1);
    expect(await client.listDealsOfOrganization({ orgId, updatedSince: at })).toHaveLength(2);
    const later = new Date(Date.parse(object.updateTime) + 3600_000);
    expect(await client.listDealsOfOrganization({ orgId, updatedSince: later })).toEqual([]);
    expect(await client.listOrganizations({ updatedSince: later })).toEqual([]);
    expect((await client.listOrganizations({})).map(({ id }) => id)).toContain(orgId);
  });

  it("lists archived deals when asked to", async () => {
    const { orgId, object } = await makeDeal();
    sandbox.pipedrive.control.patchDeal(object.id, { is_archived: true });
    expect(await client.listDealsOfOrganization({ orgId })).toEqual([]);
    expect(await client.listDealsOfOrganization({ orgId, archived: true })).toMatchObject([
      { isArchived: true },
    ]);
  });

  it("ends a list whose cursor goes round in a circle", async () => {
    const body = { success: true, data: [], additional_data: { next_cursor: "again" } };
    sandbox.pipedrive.control.addFault({ method: "GET", path: "/api/v2/deals", times: 5, status: 200, body });
    const error = await failureOf(VendorError, client.listDealsOfOrganization({ orgId: 1 }));
    expect(error).toMatchObject({ kind: "bad_response" });
  });
});

describe("what goes wrong", () => {
  it("keeps Pipedrive's code and words of a refused body", async () => {
    const custom_fields = { ["0".repeat(40)]: "x" };
    const error = await failureOf(VendorError, client.createDeal({ title: "t", custom_fields }));
    expect(error).toMatchObject({
      kind: "invalid",
      code: "ERR_SCHEMA_VALIDATION_FAILED",
      mayHaveHappened: false,
    });
    expect(error.userMessage).toContain("Pipedrive refused the data.");
  });

  it("knows that a create may have happened when the answer was a 500 or was lost", async () => {
    const path = "/api/v2/deals";
    for (const fault of [{ status: 500 }, { drop: true }, { status: 200, body: "<html>" }]) {
      sandbox.pipedrive.control.addFault({ method: "POST", path, when: "after", ...fault });
      const error = await failureOf(VendorError, client.createDeal({ title: "lost" }));
      expect(error.mayHaveHappened).toBe(true);
    }
    const lost = sandbox.pipedrive.control.state().deals.filter((deal) => deal["title"] === "lost");
    expect(lost).toHaveLength(3);
  });

  it("says when to come back after a 429", async () => {
    sandbox.pipedrive.control.setSwitches({ burstOAuth: 1 });
    await client.me();
    const error = await failureOf(VendorError, client.me());
    expect(error).toMatchObject({ kind: "rate_limited", status: 429 });
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });

  it("refuses a value that is no number before it leaves", async () => {
    const error = await failureOf(VendorError, client.createDeal({ title: "t", value: Number.NaN }));
    expect(error).toMatchObject({ kind: "invalid", mayHaveHappened: false });
  });

  it("calls a permission that is missing by its name", async () => {
    sandbox.pipedrive.control.setSwitches({ appScopes: ["base", "deals:read"] });
    token = (await grant()).accessToken;
    expect(await failureOf(VendorError, client.createDeal({ title: "t" }))).toMatchObject({
      kind: "forbidden",
      status: 403,
    });
  });
});

describe("the gate", () => {
  it("is asked the price before and told the answer after each call, bad ones too", async () => {
    const seen: unknown[] = [];
    const gate: Gate = {
      before: (tokens, kind) => {
        seen.push([tokens, kind]);
        return Promise.resolve();
      },
      after: ({ status, headers, kind }) => {
        seen.push([status, headers.get("x-ratelimit-limit"), kind]);
        return Promise.resolve();
      },
    };
    const gated = clientWith({ gate });
    await gated.me();
    await gated.getDeal(987_654_321);
    expect(seen).toEqual([
      [2, "general"],
      [200, "80", "general"],
      [1, "general"],
      [404, "80", "general"],
    ]);
  });

  it("stops a call before anything is sent", async () => {
    class Stop extends Error {}
    const gate: Gate = { ...openGate, before: () => Promise.reject(new Stop()) };
    const before = sandbox.pipedrive.control.state().requests.length;
    await failureOf(Stop, clientWith({ gate }).createDeal({ title: "t" }));
    expect(sandbox.pipedrive.control.state().requests).toHaveLength(before);
  });
});
