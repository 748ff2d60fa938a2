import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at, call, numberAt, textAt } from "../testing/call";
import type { Answer } from "../testing/call";
import { REDIRECT_URI, decide, freshBooksToken } from "../testing/consent";

const APP = { client_id: "sandbox-freshbooks", client_secret: "sandbox-freshbooks-secret" };
const REQUEST = { client_id: APP.client_id, response_type: "code", redirect_uri: REDIRECT_URI, state: "s" };

let sandbox: Sandbox;
let books: BooksApi;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  books = await openBooks(sandbox);
});

function set(patch: Parameters<Sandbox["freshbooks"]["control"]["setSwitches"]>[0]): void {
  sandbox.freshbooks.control.setSwitches(patch);
}

async function refreshed(refresh: string, more: Record<string, string> = {}): Promise<Answer> {
  return freshBooksToken(sandbox.freshbooks.url, {
    grant_type: "refresh_token",
    refresh_token: refresh,
    ...more,
  });
}

async function works(access: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${access}` };
  return (await call(`${sandbox.freshbooks.url}/auth/api/v1/users/me`, { headers })).status === 200;
}

async function revoke(token: string): Promise<Answer> {
  const body = new URLSearchParams({ ...APP, token });
  return call(`${sandbox.freshbooks.url}/auth/oauth/revoke`, { method: "POST", body });
}

describe("a spent refresh token", () => {
  it("is refused, and its successor goes on working", async () => {
    const successor = textAt((await refreshed(books.refresh)).body, "refresh_token");
    expect((await refreshed(books.refresh)).status).toBe(400);
    expect((await refreshed(successor)).status).toBe(200);
  });

  it("can be taken for theft, which ends the whole grant", async () => {
    set({ refreshReuse: "endsGrant" });
    const { body } = await refreshed(books.refresh);
    expect((await refreshed(books.refresh)).status).toBe(400);
    expect((await refreshed(textAt(body, "refresh_token"))).status).toBe(400);
    expect(await works(textAt(body, "access_token"))).toBe(false);
  });
});

describe("a refresh", () => {
  it.each([true, false])("leaves the old access token working: %s", async (survives) => {
    set({ oldAccessSurvivesRefresh: survives });
    const { body } = await refreshed(books.refresh);
    expect(await works(books.access)).toBe(survives);
    expect(await works(textAt(body, "access_token"))).toBe(true);
  });

  it("without a redirect URI is taken, or refused as from an unknown client", async () => {
    const body = { ...APP, grant_type: "refresh_token", refresh_token: books.refresh };
    const post = () =>
      call(`${sandbox.freshbooks.url}/auth/oauth/token`, { method: "POST", body: new URLSearchParams(body) });
    set({ refreshNeedsRedirectUri: true });
    const refused = await post();
    expect([refused.status, at(refused.body, "error")]).toEqual([401, "invalid_client"]);
    set({ refreshNeedsRedirectUri: false });
    expect((await post()).status).toBe(200);
  });

  it("can answer the first created_at with a second less to live", async () => {
    set({ refreshKeepsCreatedAt: true });
    const now = Math.floor(Date.parse(sandbox.freshbooks.control.state().now) / 1000);
    sandbox.freshbooks.control.advanceClock(3_600_000);
    const { body } = await refreshed(books.refresh);
    expect(at(body, "expires_in")).toBe(43_199);
    expect(Math.abs(numberAt(body, "created_at") - now)).toBeLessThan(60);
    set({ refreshKeepsCreatedAt: false });
    const next = await refreshed(textAt(body, "refresh_token"));
    expect(at(next.body, "expires_in")).toBe(43_200);
    expect(numberAt(next.body, "created_at") - now).toBeGreaterThan(3500);
  });

  it("can bring an id_token", async () => {
    expect((await refreshed(books.refresh)).text).not.toContain("id_token");
    books = await openBooks(sandbox);
    set({ sendsIdToken: true });
    expect(textAt((await refreshed(books.refresh)).body, "id_token").length).toBeGreaterThan(100);
  });
});

describe("revoking", () => {
  it.each([true, false])("an access token ends its refresh token: %s", async (ends) => {
    set({ revokeAccessEndsRefresh: ends });
    expect((await revoke(books.access)).body).toEqual({});
    expect(await works(books.access)).toBe(false);
    expect((await refreshed(books.refresh)).status).toBe(ends ? 400 : 200);
  });

  it("a refresh token ends everything", async () => {
    set({ revokeAccessEndsRefresh: false });
    await revoke(books.refresh);
    expect(await works(books.access)).toBe(false);
  });
});

describe("a second consent of the same person", () => {
  it.each([true, false])("ends the first chain: %s", async (ends) => {
    set({ secondConsentEndsFirst: ends });
    await openBooks(sandbox);
    expect((await refreshed(books.refresh)).status).toBe(ends ? 400 : 200);
  });

  it("leaves other people's chains alone", async () => {
    await openBooks(sandbox, { identityId: 770002 });
    expect((await refreshed(books.refresh)).status).toBe(200);
  });
});

describe("consent", () => {
  it("denied leads back, or ends on a page", async () => {
    set({ deniedConsent: "page" });
    const body = new URLSearchParams({ ...REQUEST, decision: "deny" });
    const page = await call(`${sandbox.freshbooks.url}/oauth/authorize`, { method: "POST", body });
    expect(page.status).toBe(400);
    expect(page.text).toContain("denied");
  });

  it("names every person with their businesses", async () => {
    const query = new URLSearchParams(REQUEST).toString();
    const page = await call(`${sandbox.freshbooks.url}/oauth/authorize?${query}`);
    for (const text of ["Ada Byte", "Cleo Kunde", "Emil Werk", "Northwind Studio", "Side Project"]) {
      expect(page.text).toContain(text);
    }
  });

  it("with a PKCE challenge needs the right verifier, unless it is ignored", async () => {
    const exchange = async () => {
      const asked = { ...REQUEST, code_challenge: "x".repeat(43), code_challenge_method: "S256" };
      const location = await decide(`${sandbox.freshbooks.url}/oauth/authorize`, asked);
      const code = location.searchParams.get("code") ?? "";
      const code_verifier = "wrong".repeat(10);
      const grant = { grant_type: "authorization_code", code, code_verifier };
      return (await freshBooksToken(sandbox.freshbooks.url, grant)).status;
    };
    expect(await exchange()).toBe(400);
    set({ pkce: "ignored" });
    expect(await exchange()).toBe(200);
  });
});

describe("an app with a registered redirect URI", () => {
  it("gets codes there, and nowhere else", async () => {
    const redirectUri = "https://app.example/oauth/freshbooks";
    const app = { clientId: APP.client_id, clientSecret: APP.client_secret, redirectUri };
    const strict = await startSandbox({ freshbooksApp: app });
    const statusOf = async (redirect_uri: string) => {
      const query = new URLSearchParams({ ...REQUEST, redirect_uri }).toString();
      return (await call(`${strict.freshbooks.url}/oauth/authorize?${query}`)).status;
    };
    expect(await statusOf(redirectUri)).toBe(200);
    for (const other of [`${redirectUri}/`, `${redirectUri}?tenant=1`, "https://evil.example/", ""]) {
      expect(await statusOf(other)).toBe(400);
    }
    await strict.stop();
  });
});

describe("the authorization server", () => {
  it("names its endpoints, and they answer there", async () => {
    const { url } = sandbox.freshbooks;
    const { body } = await call(`${url}/.well-known/oauth-authorization-server`);
    expect(at(body, "issuer")).toBe(url);
    expect(at(body, "code_challenge_methods_supported")).toEqual(["S256"]);
    const grant = { ...APP, grant_type: "refresh_token", refresh_token: books.refresh };
    const form = new FormData();
    for (const [name, value] of Object.entries(grant)) form.set(name, value);
    const answer = await call(textAt(body, "token_endpoint"), { method: "POST", body: form });
    expect(answer.status).toBe(200);
  });

  it("says what a token is worth, to clients it knows", async () => {
    const inspect = async (token: string, more: Record<string, string> = APP) =>
      call(`${sandbox.freshbooks.url}/service/auth/oauth/introspect`, {
        method: "POST",
        body: new URLSearchParams({ ...more, token }),
      });
    expect((await inspect(books.access)).body).toMatchObject({
      active: true,
      token_type: "Bearer",
      sub: "770001",
      client_id: APP.client_id,
    });
    expect((await inspect(books.refresh)).body).toMatchObject({ active: true, token_type: "refresh_token" });
    sandbox.freshbooks.control.advanceClock(43_200_000);
    expect((await inspect(books.access)).body).toEqual({ active: false });
    expect((await inspect("nonsense")).body).toEqual({ active: false });
    expect((await inspect(books.access, {})).status).toBe(401);
  });
});
