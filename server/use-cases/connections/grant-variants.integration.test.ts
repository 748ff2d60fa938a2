import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { accessToken, forceRefresh } from "../../credentials/access-token";
import type { Vendor } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { askConsent, connect } from "../../testing/consent";
import { failureOf } from "../../testing/failure-of";
import { freshbooksVariants } from "../../testing/freshbooks-variants";
import { actorOf, createMember } from "../../testing/people";
import { pipedriveVariants } from "../../testing/pipedrive-variants";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { variantsOf } from "../../testing/variants";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import type { SwitchValues } from "../../testing/vendor-switches";
import { chooseBusiness } from "./choose-business";
import { finishConnect } from "./finish-connect";
import { startConnect } from "./start-connect";

let sandbox: Sandbox;
let deps: TestDeps;
let defaults: Record<Vendor, SwitchValues>;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
  const [freshbooks, pipedrive] = await Promise.all([
    readSwitches(sandbox.freshbooks),
    readSwitches(sandbox.pipedrive),
  ]);
  defaults = { freshbooks, pipedrive };
});

afterEach(async () => {
  await turnSwitches(sandbox.freshbooks, defaults.freshbooks);
  await turnSwitches(sandbox.pipedrive, defaults.pipedrive);
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

type Person = Awaited<ReturnType<typeof createMember>>;

async function join(person: Person, vendor: Vendor): Promise<Tenant> {
  await connect(deps, { ...person, vendor });
  const { tenant } = person.member;
  if (vendor === "freshbooks") await chooseBusiness(deps, tenant, { businessId: "550001", actor: tester });
  return tenant;
}

/** Whether the grant is good for a call. */
async function canCall(tenant: Tenant, vendor: Vendor): Promise<boolean> {
  if (vendor === "freshbooks")
    return (await (await deps.freshbooks(tenant)).listClients({ page: 1 })).page >= 1;
  return (await (await deps.pipedrive(tenant)).me()).companyId > 0;
}

/** Half a day goes by for everyone: every access token is worn out. */
function passHalfADay(): void {
  const ms = 13 * 3_600_000;
  deps.clock.advance(ms);
  sandbox.freshbooks.control.advanceClock(ms);
  sandbox.pipedrive.control.advanceClock(ms);
}

const rows = [
  { name: "FreshBooks by default", vendor: "freshbooks" as const, switches: {} },
  ...variantsOf(freshbooksVariants, "tokens").map((row) => ({ ...row, vendor: "freshbooks" as const })),
  { name: "Pipedrive by default", vendor: "pipedrive" as const, switches: {} },
  ...variantsOf(pipedriveVariants, "grant").map((row) => ({ ...row, vendor: "pipedrive" as const })),
];

describe("a grant, however the vendor keeps it", () => {
  it.each(rows)("lives through renewals, and ends with a reconnect: $name", async ({ vendor, switches }) => {
    await turnSwitches(sandbox[vendor], switches);
    const person = await createMember(deps);
    const tenant = await join(person, vendor);
    expect(await canCall(tenant, vendor)).toBe(true);
    // Many want a fresh one at once; a second refresh with the same token might end the grant.
    const { connection } = await accessToken(deps, tenant, vendor);
    const all = Array.from({ length: 4 }, () => forceRefresh(deps, tenant, vendor, connection.tokenVersion));
    expect(new Set((await Promise.all(all)).map(({ token }) => token)).size).toBe(1);
    expect(await canCall(tenant, vendor)).toBe(true);
    passHalfADay();
    expect(await canCall(tenant, vendor)).toBe(true);

    const neighbour = await join(await createMember(deps), vendor);
    expect(await canCall(neighbour, vendor)).toBe(true);

    await end(neighbour, vendor);
    passHalfADay();
    const error = await failureOf(AppError, canCall(neighbour, vendor));
    expect(error.code).toBe("needs_reconnect");
    const again = await join(person, vendor);
    expect(await canCall(again, vendor)).toBe(true);
  });
});

/** The person takes the grant back at the vendor. */
async function end(tenant: Tenant, vendor: Vendor): Promise<void> {
  const { token } = await accessToken(deps, tenant, vendor);
  if (vendor === "pipedrive") {
    await sandbox.pipedrive.control.uninstall((await (await deps.pipedrive(tenant)).me()).userId);
    return;
  }
  await turnSwitches(sandbox.freshbooks, { revokeAccessEndsRefresh: true });
  const app = { client_id: "sandbox-freshbooks", client_secret: "sandbox-freshbooks-secret" };
  const body = new URLSearchParams({ ...app, token });
  await fetch(`${sandbox.freshbooks.url}/auth/oauth/revoke`, { method: "POST", body });
}

/** Allows on the stand-in's page, but with a scope that the app has not; where that sends the person back to. */
async function allowTooMuch(person: Person): Promise<string | null> {
  const { userId, sessionId } = person.viewer;
  const input = { vendor: "freshbooks", environment: "live", userId, sessionId } as const;
  const url = new URL(await startConnect(deps, person.member.tenant, input));
  const body = new URLSearchParams(url.searchParams);
  body.set("scope", "user:weather:write");
  body.set("decision", "allow");
  const answer = await fetch(`${url.origin}${url.pathname}`, { method: "POST", body, redirect: "manual" });
  return answer.headers.get("location");
}

describe("a consent for more than the app may ask", () => {
  it.each(["page", "redirect"])("is told as such, or never comes back: %s", async (misscopedConsent) => {
    await turnSwitches(sandbox.freshbooks, { misscopedConsent });
    const person = await createMember(deps);
    const location = await allowTooMuch(person);
    expect(location !== null).toBe(misscopedConsent === "redirect");
    if (location === null) return;
    const query = new URL(location).searchParams;
    const answer = {
      vendor: "freshbooks",
      state: query.get("state"),
      code: null,
      error: query.get("error"),
    } as const;
    const authorize = () => Promise.resolve();
    const path = await finishConnect(deps, {
      viewer: person.viewer,
      actor: actorOf(person.viewer),
      answer,
      authorize,
    });
    expect(path).toContain("error=scope");
  });
});

describe("a consent that is not given", () => {
  it.each([{ name: "by default", switches: {} }, ...variantsOf(freshbooksVariants, "consent")])(
    "is told where the person comes back, and leaves the way open: $name",
    async ({ switches }) => {
      await turnSwitches(sandbox.freshbooks, switches);
      const person = await createMember(deps);
      const denied = await askConsent(deps, { ...person, vendor: "freshbooks", decision: "deny" });
      const isPage = switches["deniedConsent"] === "page";
      expect(denied.error).toBe(isPage ? null : "access_denied");
      if (!isPage) {
        const path = await finishConnect(deps, {
          viewer: person.viewer,
          actor: actorOf(person.viewer),
          answer: { vendor: "freshbooks", ...denied },
          authorize: () => Promise.resolve(),
        });
        expect(path).toContain("error=denied");
      }
      const where = { workspaceId: person.member.tenant.workspaceId };
      expect(await deps.db.connection.count({ where })).toBe(0);
      expect(await canCall(await join(person, "freshbooks"), "freshbooks")).toBe(true);
    },
  );
});
