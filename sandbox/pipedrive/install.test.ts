import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, call, numberAt, textAt } from "../testing/call";
import { REDIRECT_URI, decide, pipedriveToken, pipedriveTokens } from "../testing/consent";
import { startJsonReceiver } from "../testing/json-receiver";

let sandbox: Sandbox;
let url: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  url = sandbox.pipedrive.url;
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.pipedrive.control.reset();
});

function control(): Sandbox["pipedrive"]["control"] {
  return sandbox.pipedrive.control;
}

async function refresh(token: string) {
  return pipedriveToken(url, { grant_type: "refresh_token", refresh_token: token });
}

async function consent(parameters: Readonly<Record<string, string>>) {
  const form = new URLSearchParams({
    client_id: "sandbox-pipedrive",
    redirect_uri: REDIRECT_URI,
    decision: "allow",
    ...parameters,
  });
  return call(`${url}/oauth/authorize`, { method: "POST", body: form });
}

describe("installing", () => {
  it("is per user and company", async () => {
    const made = control().createCompany({ name: "Globex", domain: "globex" });
    const user = made.users[0]?.id ?? 0;
    const { access } = await pipedriveTokens(url, user);
    const client = api(url, { authorization: `Bearer ${access}` });
    expect(at((await client.get("/api/v1/users/me")).body, "data")).toMatchObject({
      id: user,
      company_id: made.company.id,
    });
    expect(control().state().installations).toEqual([]);
    expect(control().forCompany(made.company.id).state().installations).toHaveLength(1);
  });

  it("is refused for a user nobody knows, a company shut to apps, and during maintenance", async () => {
    const error = "app cannot be installed for requested company";
    const unknown = await consent({ user_id: "1" });
    expect([unknown.status, at(unknown.body, "error")]).toEqual([400, error]);
    control().setCompany({ isInstallable: false });
    expect((await consent({})).status).toBe(400);
    control().setCompany({ isInstallable: true, isInMaintenance: true });
    expect((await consent({})).status).toBe(503);
  });

  it("from the Marketplace comes back without a state", async () => {
    const back = encodeURIComponent(REDIRECT_URI);
    const answer = await call(`${url}/marketplace/install?redirect_uri=${back}`);
    const asked = new URL(answer.headers.get("location") ?? "");
    expect(asked.searchParams.has("state")).toBe(false);
    const location = await decide(`${asked.origin}${asked.pathname}`, Object.fromEntries(asked.searchParams));
    expect([location.searchParams.has("code"), location.searchParams.has("state")]).toEqual([true, false]);
  });
});

describe("uninstalling", () => {
  it("ends the tokens and tells the app, once; it can be installed again", async () => {
    const receiver = await startJsonReceiver();
    receiver.status = 500;
    const redirect_uri = `${receiver.url}/callback`;
    const location = await decide(`${url}/oauth/authorize`, { client_id: "sandbox-pipedrive", redirect_uri });
    const code = location.searchParams.get("code") ?? "";
    const tokens = await pipedriveToken(url, { grant_type: "authorization_code", code, redirect_uri });
    const client = api(url, { authorization: `Bearer ${textAt(tokens.body, "access_token")}` });
    expect((await client.get("/api/v2/deals")).status).toBe(200);
    const done = await api(url).post("/_control/users/987654/uninstall");
    expect(at(done.body, "notices.0")).toMatchObject({ url: redirect_uri, status: 500 });
    const basic = Buffer.from("sandbox-pipedrive:sandbox-pipedrive-secret").toString("base64");
    expect(receiver.received).toMatchObject([
      {
        method: "DELETE",
        authorization: `Basic ${basic}`,
        body: { client_id: "sandbox-pipedrive", company_id: 12345678, user_id: 987654 },
      },
    ]);
    expect((await client.get("/api/v2/deals")).status).toBe(401);
    expect((await refresh(textAt(tokens.body, "refresh_token"))).status).toBe(400);
    expect((await api(url).post("/_control/users/987654/uninstall")).status).toBe(404);
    const { access } = await pipedriveTokens(url);
    const again = api(url, { authorization: `Bearer ${access}` });
    expect((await again.get("/api/v2/deals")).status).toBe(200);
    await receiver.stop();
  });
});

describe("tokens", () => {
  it.each([
    ["message", { success: false, error: "invalid_grant", message: "refresh_token is invalid" }],
    ["description", { error: "invalid_grant", error_description: "refresh_token is invalid" }],
    ["text", { success: false, error: "refresh_token is invalid" }],
  ] as const)("are refused in the shape %s", async (tokenErrorShape, body) => {
    control().setSwitches({ tokenErrorShape });
    const refused = await refresh("unknown");
    expect([refused.status, refused.body]).toEqual([400, body]);
  });

  it("rotate, change their case and live an hour, where that is so", async () => {
    control().setSwitches({ refreshRotates: true, tokenTypeCase: "bearer", expiresIn: 3600 });
    const first = await pipedriveTokens(url);
    expect(first.answer.body).toMatchObject({ token_type: "bearer" });
    expect(numberAt(first.answer.body, "expires_in")).toBe(3600);
    const second = await refresh(first.refresh);
    expect(textAt(second.body, "refresh_token")).not.toBe(first.refresh);
    expect((await refresh(first.refresh)).status).toBe(400);
    expect((await refresh(textAt(second.body, "refresh_token"))).status).toBe(200);
  });

  it("die with their user", async () => {
    const { refresh: token } = await pipedriveTokens(url);
    control().deactivateUser(987654);
    expect((await refresh(token)).status).toBe(400);
  });
});
