import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { at, call, textAt } from "../testing/call";
import { REDIRECT_URI, decide, freshBooksToken, freshBooksTokens } from "../testing/consent";

const REQUEST = {
  client_id: "sandbox-freshbooks",
  response_type: "code",
  redirect_uri: REDIRECT_URI,
  state: 'a&b="<ü>',
};

let sandbox: Sandbox;
let url: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  url = sandbox.freshbooks.url;
});
afterAll(() => sandbox.stop());

async function me(access: string) {
  return call(`${url}/auth/api/v1/users/me`, { headers: { authorization: `Bearer ${access}` } });
}

describe("consent", () => {
  it.each(["/oauth/authorize", "/oauth/authorize/", "/service/auth/oauth/authorize"])(
    "at %s leads back with a code and the very same state",
    async (path) => {
      const location = await decide(`${url}${path}`, REQUEST);
      expect(`${location.origin}${location.pathname}`).toBe(REDIRECT_URI);
      expect(location.searchParams.get("code")).toMatch(/^[0-9a-f]{64}$/);
      expect(location.searchParams.get("state")).toBe(REQUEST.state);
    },
  );

  it("leads back with access_denied when denied", async () => {
    const location = await decide(`${url}/oauth/authorize`, REQUEST, "deny");
    expect(location.searchParams.get("error")).toBe("access_denied");
    expect(location.searchParams.has("code")).toBe(false);
  });

  it.each([
    ["an unknown client", { client_id: "nobody" }, 500],
    ["a redirect URI that is no web address", { redirect_uri: "javascript:alert(1)" }, 400],
    ["another response type", { response_type: "token" }, 400],
  ])("shows an error page for %s", async (_what, change, status) => {
    const query = new URLSearchParams({ ...REQUEST, ...change });
    const page = await call(`${url}/oauth/authorize?${query.toString()}`);
    expect(page.status).toBe(status);
    expect(page.text).not.toContain("<form");
  });
});

describe("a scope that is not to be had", () => {
  const MIS_SCOPED = ["user:invoices:read user:invoice:read", "user:profile:write"];

  it.each(MIS_SCOPED)("fails the whole consent, after the login (%s)", async (scope) => {
    const query = new URLSearchParams({ ...REQUEST, scope });
    const page = await call(`${url}/oauth/authorize?${query.toString()}`);
    expect(page.text).toContain("<form");
    const body = new URLSearchParams({ ...REQUEST, scope, decision: "allow" });
    const answer = await call(`${url}/oauth/authorize`, { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("invalid, unknown, or malformed");
  });

  it("can lead back to the app with an error", async () => {
    sandbox.freshbooks.control.setSwitches({ misscopedConsent: "redirect" });
    const location = await decide(`${url}/oauth/authorize`, { ...REQUEST, scope: MIS_SCOPED[0] ?? "" });
    expect(location.searchParams.get("error")).toBe("invalid_scope");
    expect(location.searchParams.get("state")).toBe(REQUEST.state);
    sandbox.freshbooks.control.setSwitches({ misscopedConsent: "page" });
  });
});

describe("tokens", () => {
  it("look as the real ones do", async () => {
    const { access, refresh, answer } = await freshBooksTokens(url, "user:clients:read");
    expect(access.length).toBeGreaterThan(500);
    expect(access.split(".")).toHaveLength(3);
    expect(refresh).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.body).toMatchObject({ token_type: "Bearer", expires_in: 43_200, direct_buy_tokens: {} });
    expect(textAt(answer.body, "scope")).toBe("user:profile:read user:clients:read");
  });

  it("are about 1 kB with all scopes", async () => {
    const { access } = await freshBooksTokens(url);
    expect(access.length).toBeGreaterThan(1000);
  });

  it("come for a code once, and for the redirect URI it was asked with", async () => {
    const location = await decide(`${url}/oauth/authorize`, REQUEST);
    const code = location.searchParams.get("code") ?? "";
    const exchange = { grant_type: "authorization_code", code };
    expect((await freshBooksToken(url, exchange)).status).toBe(200);
    const again = await freshBooksToken(url, exchange);
    expect([again.status, at(again.body, "error")]).toEqual([400, "invalid_grant"]);

    const second = (await decide(`${url}/oauth/authorize`, REQUEST)).searchParams.get("code") ?? "";
    const moved = await freshBooksToken(url, {
      ...exchange,
      code: second,
      redirect_uri: "https://other.example/",
    });
    expect(at(moved.body, "error")).toBe("invalid_grant");
  });

  it("are refused for a code older than five minutes", async () => {
    const code = (await decide(`${url}/oauth/authorize`, REQUEST)).searchParams.get("code") ?? "";
    sandbox.freshbooks.control.advanceClock(5 * 60_000 + 1);
    expect((await freshBooksToken(url, { grant_type: "authorization_code", code })).status).toBe(400);
  });

  it("accept JSON bodies and HTTP Basic alike", async () => {
    const { refresh } = await freshBooksTokens(url);
    const basic = Buffer.from("sandbox-freshbooks:sandbox-freshbooks-secret").toString("base64");
    const answer = await call(`${url}/service/auth/oauth/token`, {
      method: "POST",
      headers: { authorization: `Basic ${basic}`, "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "refresh_token", refresh_token: refresh }),
    });
    expect(answer.status).toBe(200);
  });

  it("rotate: a refresh token works once, and its successor goes on", async () => {
    const { refresh } = await freshBooksTokens(url);
    const first = await freshBooksToken(url, { grant_type: "refresh_token", refresh_token: refresh });
    const replay = await freshBooksToken(url, { grant_type: "refresh_token", refresh_token: refresh });
    expect([replay.status, at(replay.body, "error")]).toEqual([400, "invalid_grant"]);
    const successor = textAt(first.body, "refresh_token");
    expect(successor).not.toBe(refresh);
    const next = await freshBooksToken(url, { grant_type: "refresh_token", refresh_token: successor });
    expect(next.status).toBe(200);
  });

  it("let one of two parallel refreshes win", async () => {
    const { refresh } = await freshBooksTokens(url);
    const tries = await Promise.all(
      [1, 2].map(() => freshBooksToken(url, { grant_type: "refresh_token", refresh_token: refresh })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it("end the earlier chain when the same person authorizes anew", async () => {
    const earlier = await freshBooksTokens(url);
    await freshBooksTokens(url);
    const answer = await freshBooksToken(url, {
      grant_type: "refresh_token",
      refresh_token: earlier.refresh,
    });
    expect(answer.status).toBe(400);
  });

  it("expire after twelve hours of the sandbox's clock", async () => {
    const { access } = await freshBooksTokens(url);
    expect((await me(access)).status).toBe(200);
    sandbox.freshbooks.control.advanceClock(43_200_000);
    const answer = await me(access);
    expect([answer.status, at(answer.body, "error")]).toEqual([401, "unauthenticated"]);
  });

  it("are dead at once when revoked", async () => {
    const { access } = await freshBooksTokens(url);
    const answer = await call(`${url}/auth/oauth/revoke`, {
      method: "POST",
      body: new URLSearchParams({
        client_id: "sandbox-freshbooks",
        client_secret: "sandbox-freshbooks-secret",
        token: access,
      }),
    });
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect((await me(access)).status).toBe(401);
  });

  it.each([
    ["a wrong secret", { client_secret: "wrong", grant_type: "refresh_token" }, 401, "invalid_client"],
    ["an unknown grant type", { grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("are refused for %s", async (_what, parameters, status, error) => {
    const answer = await freshBooksToken(url, parameters);
    expect([answer.status, at(answer.body, "error")]).toEqual([status, error]);
  });

  it("need the verifier when a PKCE challenge was sent", async () => {
    const verifier = "v".repeat(50);
    const code_challenge = createHash("sha256").update(verifier).digest("base64url");
    const codeOf = async () =>
      (await decide(`${url}/oauth/authorize`, { ...REQUEST, code_challenge })).searchParams.get("code") ?? "";
    const without = await freshBooksToken(url, { grant_type: "authorization_code", code: await codeOf() });
    expect(without.status).toBe(400);
    const exchange = { grant_type: "authorization_code", code: await codeOf(), code_verifier: verifier };
    expect((await freshBooksToken(url, exchange)).status).toBe(200);
  });
});

describe("users/me", () => {
  it("shows several businesses, one without an account, and no result layer", async () => {
    const { access } = await freshBooksTokens(url);
    const { body } = await me(access);
    expect(at(body, "response.identity_id")).toBe(770001);
    const memberships = at(body, "response.business_memberships");
    expect(memberships).toMatchObject([
      { role: "owner", business: { id: 550001, account_id: "aB3dE9", timezone: "America/New_York" } },
      { business: { id: 550002, account_id: "Zz9Yy8" } },
      { business: { id: 550003, account_id: null } },
    ]);
  });
});
