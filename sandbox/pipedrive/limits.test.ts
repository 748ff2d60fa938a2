import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { pipedriveTokens } from "../testing/consent";

let sandbox: Sandbox;
let client: Api;

async function connect(): Promise<Api> {
  const { access } = await pipedriveTokens(sandbox.pipedrive.url);
  return api(sandbox.pipedrive.url, { authorization: `Bearer ${access}` });
}

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  client = await connect();
});

function tokensLeft(headers: Headers): number {
  return Number(headers.get("x-daily-ratelimit-token-remaining"));
}

describe("the burst window", () => {
  it("is per token, says what is left, and opens again after two seconds", async () => {
    sandbox.pipedrive.control.setSwitches({ burstOAuth: 3 });
    const left: (string | null)[] = [];
    while (left.length < 3) {
      left.push((await client.get("/api/v2/pipelines")).headers.get("x-ratelimit-remaining"));
    }
    expect(left).toEqual(["2", "1", "0"]);
    const refused = await client.get("/api/v2/pipelines");
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ success: false, error: "request over limit" });
    expect(refused.headers.get("retry-after")).toBeNull();
    expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(0);
    const other = await connect();
    expect((await other.get("/api/v2/pipelines")).status).toBe(200);
    sandbox.pipedrive.control.advanceClock(2001);
    expect((await client.get("/api/v2/pipelines")).status).toBe(200);
  });

  it("is a separate one for searches", async () => {
    sandbox.pipedrive.control.setSwitches({ burstSearch: 1 });
    const search = () => client.get("/api/v2/organizations/search?term=acme");
    expect((await search()).status).toBe(200);
    expect((await search()).status).toBe(429);
    expect((await client.get("/api/v2/pipelines")).status).toBe(200);
  });

  it("is smaller for an API token", async () => {
    const token = textAt(sandbox.pipedrive.control.state().users[0], "apiToken");
    const answer = await api(sandbox.pipedrive.url, { "x-api-token": token }).get("/api/v2/pipelines");
    expect(answer.headers.get("x-ratelimit-limit")).toBe("20");
  });
});

describe("the daily budget", () => {
  it.each<[string, string, unknown, number]>([
    ["GET", "/api/v2/deals", undefined, 10],
    ["POST", "/api/v2/deals", { title: "x" }, 5],
    ["GET", "/api/v2/deals/archived", undefined, 20],
    ["GET", "/api/v2/stages", undefined, 5],
    ["GET", "/api/v2/organizations/search?term=acme", undefined, 20],
    ["GET", "/api/v1/users/me", undefined, 2],
    ["GET", "/api/v1/currencies", undefined, 20],
  ])("pays for %s %s", async (method, path, body, cost) => {
    const answer = method === "GET" ? await client.get(path) : await client.post(path, body);
    expect(tokensLeft(answer.headers)).toBe(90_000 - cost);
    expect(sandbox.pipedrive.control.state().requests.at(-1)).toMatchObject({
      method,
      status: 200,
      tokenCost: cost,
    });
  });

  it("belongs to the company: when it is gone nobody gets through until midnight", async () => {
    sandbox.pipedrive.control.setSwitches({ dailyTokens: 12 });
    expect(tokensLeft((await client.get("/api/v2/deals")).headers)).toBe(2);
    expect(tokensLeft((await client.get("/api/v2/deals")).headers)).toBe(0);
    const refused = await (await connect()).get("/api/v2/deals/1");
    expect([refused.status, tokensLeft(refused.headers)]).toEqual([429, 0]);
    sandbox.pipedrive.control.advanceClock(86_400_000);
    client = await connect();
    expect((await client.get("/api/v2/deals")).status).toBe(200);
  });

  it("is spent by failed requests too, unless switched off", async () => {
    expect(tokensLeft((await client.get("/api/v2/deals/1")).headers)).toBe(89_999);
    sandbox.pipedrive.control.setSwitches({ failedRequestsCost: false });
    expect(tokensLeft((await client.get("/api/v2/deals/1")).headers)).toBe(89_999);
  });
});

describe("scopes", () => {
  it("open what they should and nothing else", async () => {
    const refused = await client.post("/api/v2/pipelines", { name: "x" });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ error: "Scope and URL mismatch", errorCode: 403 });
    sandbox.pipedrive.control.setSwitches({ appScopes: ["base", "deals:read", "admin"] });
    const narrow = await connect();
    expect((await narrow.post("/api/v2/pipelines", { name: "x" })).status).toBe(200);
    expect((await narrow.get("/api/v2/deals")).status).toBe(200);
    expect((await narrow.post("/api/v2/deals", { title: "x" })).status).toBe(403);
    expect((await narrow.get("/api/v2/organizations")).status).toBe(403);
    expect((await narrow.get("/api/v2/itemSearch/field?term=x")).status).toBe(403);
    expect((await narrow.get("/api/v1/users/me")).status).toBe(200);
  });

  it("are not asked of an API token", async () => {
    const token = textAt(sandbox.pipedrive.control.state().users[0], "apiToken");
    const byToken = api(sandbox.pipedrive.url, { "x-api-token": token });
    expect((await byToken.post("/api/v2/pipelines", { name: "x" })).status).toBe(200);
  });
});

describe("every answer", () => {
  it("has a request id, which the log knows", async () => {
    const answer = await client.get("/api/v2/deals/1");
    const requestId = answer.headers.get("x-request-id");
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(sandbox.pipedrive.control.state().requests.at(-1)).toMatchObject({ requestId, status: 404 });
  });

  it("is 401 without a token, 400 with a malformed header", async () => {
    const none = await api(sandbox.pipedrive.url).get("/api/v2/deals");
    expect([none.status, none.headers.get("x-401-by-gw")]).toEqual([401, "true"]);
    const odd = await api(sandbox.pipedrive.url, { authorization: "Token x" }).get("/api/v2/deals");
    expect(odd.status).toBe(400);
  });
});

describe("the search", () => {
  async function found(path: string): Promise<number> {
    sandbox.pipedrive.control.advanceClock(2001);
    const { body } = await client.get(path);
    return listAt(body, Array.isArray(at(body, "data")) ? "data" : "data.items").length;
  }

  it("learns of an object only after a while, and of its deletion too", async () => {
    const made = await client.post("/api/v2/organizations", { name: "Acme GmbH" });
    const search = "/api/v2/organizations/search?term=acme";
    expect(listAt((await client.get(search)).body, "data.items")).toEqual([]);
    sandbox.pipedrive.control.advanceClock(5000);
    expect(await found(search)).toBe(1);
    await client.del(`/api/v2/organizations/${String(at(made.body, "data.id"))}`);
    sandbox.pipedrive.control.advanceClock(5000);
    expect(await found(search)).toBe(0);
  });

  it("is without case for whole objects, with case for one field", async () => {
    const field = await client.post("/api/v2/organizationFields", {
      field_name: "Ledger id",
      field_type: "varchar",
    });
    const code = textAt(field.body, "data.field_code");
    await client.post("/api/v2/organizations", { name: "Acme", custom_fields: { [code]: "Cus_31" } });
    sandbox.pipedrive.control.advanceClock(6000);
    const whole = "/api/v2/organizations/search?exact_match=true&fields=custom_fields&term=";
    expect(await found(`${whole}CUS_31`)).toBe(1);
    expect(await found(`${whole}CUS_3`)).toBe(0);
    const one = `/api/v2/itemSearch/field?entity_type=organization&field=${code}&term=`;
    expect(await found(`${one}Cus_31`)).toBe(1);
    expect(await found(`${one}CUS_31`)).toBe(0);
    expect(await found(`${one}Cus_3`)).toBe(0);
    expect(await found(`${one}Cus_3&match=beginning`)).toBe(1);
  });

  it("never learns when switched so", async () => {
    sandbox.pipedrive.control.setSwitches({ searchLagMs: null });
    await client.post("/api/v2/organizations", { name: "Acme" });
    sandbox.pipedrive.control.advanceClock(60_000);
    expect(await found("/api/v2/organizations/search?term=acme")).toBe(0);
  });
});
