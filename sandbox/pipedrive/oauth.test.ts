import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, call, textAt } from "../testing/call";
import { REDIRECT_URI, decide, pipedriveToken, pipedriveTokens } from "../testing/consent";

const REQUEST = { client_id: "sandbox-pipedrive", redirect_uri: REDIRECT_URI, state: 'a&b="<ü>' };
const DAY_MS = 86_400_000;

let sandbox: Sandbox;
let url: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  url = sandbox.pipedrive.url;
});
afterAll(() => sandbox.stop());

async function me(access: string) {
  return api(url, { authorization: `Bearer ${access}` }).get("/api/v1/users/me");
}

async function revoke(token: string) {
  const basic = Buffer.from("sandbox-pipedrive:sandbox-pipedrive-secret").toString("base64");
  const body = new URLSearchParams({ token });
  return call(`${url}/oauth/revoke`, { method: "POST", headers: { authorization: `Basic ${basic}` }, body });
}

describe("consent", () => {
  it("leads back with a code and the very same state, or with user_denied", async () => {
    const allowed = await decide(`${url}/oauth/authorize`, REQUEST);
    expect(allowed.searchParams.get("state")).toBe(REQUEST.state);
    expect(allowed.searchParams.get("code")).not.toBeNull();
    const denied = await decide(`${url}/oauth/authorize`, REQUEST, "deny");
    expect([denied.searchParams.get("error"), denied.searchParams.has("code")]).toEqual([
      "user_denied",
      false,
    ]);
  });

  it("refuses a redirect URI other than the registered one", async () => {
    const app = { clientId: "own", clientSecret: "secret", redirectUri: "https://own.example/back" };
    const own = await startSandbox({ pipedriveApp: app });
    try {
      const ask = (redirect_uri: string) =>
        call(
          `${own.pipedrive.url}/oauth/authorize?${new URLSearchParams({ client_id: "own", redirect_uri }).toString()}`,
        );
      expect((await ask("https://own.example/back")).status).toBe(200);
      const refused = await ask("https://own.example/back/");
      expect([refused.status, refused.body]).toEqual([400, { error: "Invalid redirect URL" }]);
    } finally {
      await own.stop();
    }
  });
});

describe("tokens", () => {
  it("look as the real ones do, and name this stand-in as api_domain", async () => {
    const { access, answer } = await pipedriveTokens(url);
    expect(access.startsWith("v1u:")).toBe(true);
    expect(answer.body).toMatchObject({ token_type: "Bearer", expires_in: 3599, api_domain: url });
    expect(textAt(answer.body, "scope")).toBe(
      "base,deals:full,contacts:full,deal-fields:full,contact-fields:full,users:read,search:read",
    );
  });

  it("come for a code once and for five minutes", async () => {
    const exchange = async (code: string) =>
      pipedriveToken(url, { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });
    const codeOf = async () =>
      (await decide(`${url}/oauth/authorize`, REQUEST)).searchParams.get("code") ?? "";
    const code = await codeOf();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).body).toMatchObject({ error: "invalid_grant" });
    const old = await codeOf();
    sandbox.pipedrive.control.advanceClock(5 * 60_000 + 1);
    expect((await exchange(old)).body).toMatchObject({ message: "authorization_code has expired" });
  });

  it("refresh with the same refresh token, whose 60 days slide with use", async () => {
    const { refresh } = await pipedriveTokens(url);
    const again = () => pipedriveToken(url, { grant_type: "refresh_token", refresh_token: refresh });
    const first = await again();
    expect(textAt(first.body, "refresh_token")).toBe(refresh);
    sandbox.pipedrive.control.advanceClock(59 * DAY_MS);
    expect((await again()).status).toBe(200);
    sandbox.pipedrive.control.advanceClock(59 * DAY_MS);
    expect((await again()).status).toBe(200);
    sandbox.pipedrive.control.advanceClock(61 * DAY_MS);
    const dead = await again();
    expect([dead.status, at(dead.body, "message")]).toEqual([400, "refresh_token is invalid"]);
  });

  it("expire after an hour", async () => {
    const { access } = await pipedriveTokens(url);
    expect((await me(access)).status).toBe(200);
    sandbox.pipedrive.control.advanceClock(3_600_000);
    const answer = await me(access);
    expect([answer.status, at(answer.body, "errorCode")]).toEqual([401, 401]);
  });

  it("die alone when an access token is revoked, all together with the refresh token", async () => {
    const first = await pipedriveTokens(url);
    const second = await pipedriveToken(url, { grant_type: "refresh_token", refresh_token: first.refresh });
    await revoke(first.access);
    expect((await me(first.access)).status).toBe(401);
    expect((await me(textAt(second.body, "access_token"))).status).toBe(200);
    await revoke(first.refresh);
    expect((await me(textAt(second.body, "access_token"))).status).toBe(401);
    const answer = await pipedriveToken(url, { grant_type: "refresh_token", refresh_token: first.refresh });
    expect(answer.status).toBe(400);
    expect((await revoke("unknown")).status).toBe(200);
  });

  it.each([
    ["no grant type", {}],
    ["an unknown grant type", { grant_type: "client_credentials" }],
    ["an unknown refresh token", { grant_type: "refresh_token", refresh_token: "x" }],
  ])("are refused with 400 for %s", async (_what, parameters) => {
    expect((await pipedriveToken(url, parameters)).status).toBe(400);
  });

  it("are refused for a wrong secret and for a JSON body", async () => {
    const wrong = await call(`${url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        client_id: "sandbox-pipedrive",
        client_secret: "x",
      }),
    });
    expect([wrong.status, at(wrong.body, "error")]).toEqual([400, "invalid_client"]);
    const json = await api(url).post("/oauth/token", { grant_type: "refresh_token" });
    expect(json.status).toBe(400);
  });
});

describe("users", () => {
  it("answer under /v1 as well as under /api/v1", async () => {
    const { access } = await pipedriveTokens(url);
    const answer = await api(url, { authorization: `Bearer ${access}` }).get("/v1/users/me");
    expect([answer.status, at(answer.body, "data.company_name")]).toEqual([200, "Acme"]);
  });

  it("are who consented, in the company Acme", async () => {
    const { access } = await pipedriveTokens(url, 987655);
    expect(at((await me(access)).body, "data")).toMatchObject({
      id: 987655,
      name: "Grace Hall",
      company_id: 12345678,
      company_domain: "acme-sandbox",
      default_currency: "EUR",
    });
  });

  it("may use an API token in a header or in the query, until deactivated", async () => {
    const grace = sandbox.pipedrive.control.state().users.find((user) => user["id"] === 987655);
    const token = String(grace?.["apiToken"]);
    const { access } = await pipedriveTokens(url, 987655);
    const withToken = api(url, { "x-api-token": token });
    expect((await withToken.get("/api/v1/users/me")).status).toBe(200);
    expect((await api(url).get(`/api/v2/deals?api_token=${token}`)).status).toBe(200);
    sandbox.pipedrive.control.deactivateUser(987655);
    expect((await withToken.get("/api/v1/users/me")).status).toBe(401);
    expect((await me(access)).status).toBe(401);
  });
});
