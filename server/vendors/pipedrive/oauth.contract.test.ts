import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { allowConsent, denyConsent } from "@/server/testing/press-consent";
import { grantPipedrive, pipedriveApp, pipedriveConsentUrl } from "@/server/testing/vendor-grants";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createPipedriveClient } from "./client";
import { openGate } from "./gate";
import { exchangeCode, refresh, revoke } from "./oauth";
import type { PipedriveApp, PipedriveGrant } from "./oauth";

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let app: PipedriveApp;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = pipedriveApp(sandbox.pipedrive);
});

afterAll(() => sandbox.stop());

function clientOf({ accessToken, apiDomain }: PipedriveGrant) {
  const token = () => Promise.resolve(accessToken);
  return createPipedriveClient({ apiBaseUrl: apiDomain, accessToken: token, gate: openGate, ...deps });
}

describe("Pipedrive consent and tokens", () => {
  it("brings our state back, and an installation with its own address", async () => {
    const consent = await allowConsent(pipedriveConsentUrl(sandbox.pipedrive, "s & t"));
    expect(consent.state).toBe("s & t");
    const granted = await exchangeCode(app, deps, consent.code);
    expect(granted.apiDomain).toBe(sandbox.pipedrive.url);
    expect(granted.scopes).toContain("deals:full");
    const minutes = (granted.accessExpiresAt.getTime() - systemClock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(55);
    expect(minutes).toBeLessThanOrEqual(60);
  });

  it("may be refused by the person", async () => {
    expect(await denyConsent(pipedriveConsentUrl(sandbox.pipedrive, "s & t"))).toBe("user_denied");
  });

  it("refuses an installation whose address is not Pipedrive's", async () => {
    const strict = { ...app, allowedHosts: ["*.pipedrive.com"] };
    const { code } = await allowConsent(pipedriveConsentUrl(sandbox.pipedrive, "s & t"));
    expect(await failureOf(VendorError, exchangeCode(strict, deps, code))).toMatchObject({
      kind: "bad_response",
    });
  });

  it("refreshes, and after a revoke knows that the grant is dead", async () => {
    const granted = await grantPipedrive(sandbox.pipedrive);
    const fresh = await refresh(app, deps, granted.refreshToken);
    const client = clientOf(fresh);
    expect(await client.me()).toMatchObject({ companyId: 12_345_678 });
    await revoke(app, deps, fresh.refreshToken);
    expect(await failureOf(VendorError, refresh(app, deps, fresh.refreshToken))).toMatchObject({
      kind: "auth",
    });
    expect(await failureOf(VendorError, client.me())).toMatchObject({ kind: "auth", status: 401 });
  });
});
