import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { allowConsent, denyConsent } from "@/server/testing/press-consent";
import { freshbooksApp, freshbooksConsentUrl, grantFreshbooks } from "@/server/testing/vendor-grants";
import { failureOf } from "@/server/testing/failure-of";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { fetchIdentity } from "./identity";
import { exchangeCode, refresh, revoke } from "./oauth";
import { freshbooksScopes } from "./scopes";
import type { FreshbooksApp } from "./oauth";

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let app: FreshbooksApp;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = freshbooksApp(sandbox.freshbooks);
});

afterAll(() => sandbox.stop());

const consentUrl = (state = "s-1") => freshbooksConsentUrl(sandbox.freshbooks, state);
const grant = () => grantFreshbooks(sandbox.freshbooks);

function identify(accessToken: string) {
  return fetchIdentity({ baseUrl: app.apiUrl, accessToken: () => Promise.resolve(accessToken), ...deps });
}

describe("FreshBooks consent", () => {
  it("brings a code and our state back, and the code brings tokens for twelve hours", async () => {
    const consent = await allowConsent(consentUrl("my state & more"));
    expect(consent.state).toBe("my state & more");
    const tokens = await exchangeCode(app, deps, consent.code);
    expect(tokens.scopes).toEqual(expect.arrayContaining([...freshbooksScopes]));
    const hours = (tokens.accessExpiresAt.getTime() - systemClock.now().getTime()) / 3600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
  });

  it("may be refused by the person", async () => {
    expect(await denyConsent(consentUrl())).toBe("access_denied");
  });

  it("gives a code that works once", async () => {
    const { code } = await allowConsent(consentUrl());
    await exchangeCode(app, deps, code);
    const error = await failureOf(VendorError, exchangeCode(app, deps, code));
    expect(error).toMatchObject({ kind: "auth", code: "invalid_grant" });
  });
});

describe("FreshBooks tokens", () => {
  it("rotate: the new pair works, and the spent refresh token is a dead grant", async () => {
    const first = await grant();
    const second = await refresh(app, deps, first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await identify(second.accessToken)).identityId).toBe("770001");
    const error = await failureOf(VendorError, refresh(app, deps, first.refreshToken));
    expect(error).toMatchObject({ kind: "auth", code: "invalid_grant", status: 400 });
  });

  it("are refused to a wrong secret without a word about the grant", async () => {
    const { refreshToken } = await grant();
    const wrong = { ...app, clientSecret: "wrong" };
    const error = await failureOf(VendorError, refresh(wrong, deps, refreshToken));
    expect(error).toMatchObject({ kind: "forbidden", code: "invalid_client" });
    await expect(refresh(app, deps, refreshToken)).resolves.toBeDefined();
  });

  it("are refreshed with the redirect URI, which some servers insist on", async () => {
    sandbox.freshbooks.control.setSwitches({ refreshNeedsRedirectUri: true });
    const { refreshToken } = await grant();
    await expect(refresh(app, deps, refreshToken)).resolves.toBeDefined();
    sandbox.freshbooks.control.setSwitches({ refreshNeedsRedirectUri: false });
  });

  it("die when they are revoked", async () => {
    const { accessToken } = await grant();
    await revoke(app, deps, accessToken);
    const error = await failureOf(VendorError, identify(accessToken));
    expect(error).toMatchObject({ kind: "auth", status: 401 });
  });

  it("stay good when the token endpoint is out of order: that is no dead grant", async () => {
    const { refreshToken } = await grant();
    const path = "/auth/oauth/token";
    sandbox.freshbooks.control.addFault({
      method: "POST",
      path,
      status: 503,
      body: "<html>maintenance</html>",
    });
    expect(await failureOf(VendorError, refresh(app, deps, refreshToken))).toMatchObject({
      kind: "unavailable",
    });
    await expect(refresh(app, deps, refreshToken)).resolves.toBeDefined();
  });
});

describe("fetchIdentity", () => {
  it("names the person and their businesses, and says which cannot be connected", async () => {
    const { accessToken } = await grant();
    const identity = await identify(accessToken);
    expect(identity.identityId).toBe("770001");
    expect(identity.email).toContain("@");
    const northwind = identity.businesses.find(({ businessId }) => businessId === "550001");
    expect(northwind).toMatchObject({
      accountId: "aB3dE9",
      name: "Northwind Studio",
      timezone: "America/New_York",
      role: "owner",
      usable: true,
      reason: null,
    });
    const without = identity.businesses.find(({ accountId }) => accountId === null);
    expect(without?.usable).toBe(false);
    expect(without?.reason).toContain("no invoicing");
  });

  it("keeps no credential of the answer", async () => {
    const { accessToken } = await grant();
    const raw = await fetch(`${app.apiUrl}/auth/api/v1/users/me`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(await raw.text()).toContain("fasttrack_token");
    expect(JSON.stringify(await identify(accessToken))).not.toContain("fasttrack");
  });
});
