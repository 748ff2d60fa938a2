import { createServer } from "node:http";
import type { Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { keepOfferedVerifier } from "../../db/repos/callback-door";
import type { Tenant } from "../../db/tenant";
import { connect } from "../../testing/consent";
import { createMember } from "../../testing/people";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { receiveWebhook } from "../webhook/receive-webhook";
import { chooseBusiness } from "./choose-business";
import { registerCallbacks } from "./register-callbacks";
import { verifyCallback } from "./verify-callback";

const nouns = ["client", "credit_note", "invoice", "payment"];

let sandbox: Sandbox;
let deps: TestDeps;
let server: Server;

/** The webhook route in small: our own use case behind a plain HTTP server. */
async function listen(): Promise<string> {
  server = createServer((request, response) => {
    void (async () => {
      const key = (request.url ?? "").split("/").at(-1) ?? "";
      const header = request.headers["x-freshbooks-hmac-sha256"];
      const signature = typeof header === "string" ? header : null;
      const received = await receiveWebhook(deps, { key, rawBody: await text(request), signature });
      response.writeHead(received.status).end();
      await received.afterwards?.();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${String(address.port)}`;
}

beforeAll(async () => {
  sandbox = await startSandbox();
  const APP_URL = await listen();
  deps = await createTestDeps({ ...sandboxEnv(sandbox), APP_URL });
});

afterEach(() => {
  sandbox.freshbooks.control.clearFaults();
  sandbox.freshbooks.control.setSwitches({ handshake: "after" });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await deps.close();
  await sandbox.stop();
});

async function connected(): Promise<Tenant> {
  const { viewer, member } = await createMember(deps);
  await connect(deps, { viewer, member, vendor: "freshbooks" });
  await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
  return member.tenant;
}

async function rowsOf(tenant: Tenant) {
  return await deps.db.callback.findMany({
    where: { workspaceId: tenant.workspaceId },
    orderBy: { noun: "asc" },
    omit: { sealedVerifier: false },
  });
}

/** Waits until every handshake has come, then verifies each as the job would. */
async function finishHandshakes(tenant: Tenant): Promise<boolean[]> {
  await vi.waitFor(
    async () => {
      const rows = await rowsOf(tenant);
      expect(rows.every(({ sealedVerifier }) => sealedVerifier !== null)).toBe(true);
    },
    { timeout: 5_000, interval: 20 },
  );
  const rows = await rowsOf(tenant);
  return await Promise.all(rows.map(({ id }) => verifyCallback(deps, tenant, { callbackId: id })));
}

/** What FreshBooks has registered at paths of this workspace. */
async function atFreshbooks(tenant: Tenant) {
  const client = await deps.freshbooks(tenant);
  return await client.listCallbacks();
}

describe("registerCallbacks", () => {
  it.each(["after", "before"] as const)("registers each noun, handshake %s the answer", async (handshake) => {
    sandbox.freshbooks.control.setSwitches({ handshake });
    const tenant = await connected();
    const made = await registerCallbacks(deps, tenant, { actor: tester });
    expect(made.map(({ noun }) => noun)).toEqual(nouns);
    expect(made.every(({ status }) => status === "pending")).toBe(true);
    expect(await finishHandshakes(tenant)).toEqual([true, true, true, true]);
    const rows = await rowsOf(tenant);
    expect(rows.map(({ status }) => status)).toEqual(Array(4).fill("verified"));
    const registered = await atFreshbooks(tenant);
    for (const row of rows) {
      expect(registered.find(({ id }) => id === row.vendorCallbackId)).toMatchObject({
        event: row.noun,
        verified: true,
      });
    }
  });

  it("keeps what is verified and changes nothing when repeated", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    await finishHandshakes(tenant);
    const before = await rowsOf(tenant);
    const atVendorBefore = await atFreshbooks(tenant);
    const again = await registerCallbacks(deps, tenant, { actor: tester });
    expect(again.every(({ status }) => status === "verified")).toBe(true);
    expect((await rowsOf(tenant)).map(({ keyHash }) => keyHash)).toEqual(
      before.map(({ keyHash }) => keyHash),
    );
    expect(await atFreshbooks(tenant)).toEqual(atVendorBefore);
  });

  it("asks again for a handshake that never came, at the same path", async () => {
    sandbox.freshbooks.control.setSwitches({ handshake: "never" });
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    const before = await rowsOf(tenant);
    sandbox.freshbooks.control.setSwitches({ handshake: "after" });
    await registerCallbacks(deps, tenant, { actor: tester });
    expect(await finishHandshakes(tenant)).toEqual([true, true, true, true]);
    expect((await rowsOf(tenant)).map(({ keyHash }) => keyHash)).toEqual(
      before.map(({ keyHash }) => keyHash),
    );
  });

  it("finds a registration whose answer was lost instead of making a second one", async () => {
    // A handshake would tell that the registration was made after all; here not even that comes.
    sandbox.freshbooks.control.setSwitches({ handshake: "never" });
    const tenant = await connected();
    const path = "/events/account/*/events/callbacks";
    sandbox.freshbooks.control.addFault({ method: "POST", path, status: 500, when: "after" });
    const first = await registerCallbacks(deps, tenant, { actor: tester });
    expect(first.filter(({ status }) => status === "failed")).toHaveLength(1);
    sandbox.freshbooks.control.setSwitches({ handshake: "after" });
    const count = (await atFreshbooks(tenant)).length;
    const second = await registerCallbacks(deps, tenant, { actor: tester });
    expect(second.some(({ status }) => status === "failed")).toBe(false);
    expect(await atFreshbooks(tenant)).toHaveLength(count);
    expect(await finishHandshakes(tenant)).toEqual([true, true, true, true]);
  });

  it("takes a handshake for the answer that was lost", async () => {
    sandbox.freshbooks.control.setSwitches({ handshake: "before" });
    const tenant = await connected();
    const path = "/events/account/*/events/callbacks";
    sandbox.freshbooks.control.addFault({ method: "POST", path, status: 500, when: "after", times: 4 });
    await registerCallbacks(deps, tenant, { actor: tester });
    expect(await finishHandshakes(tenant)).toEqual([true, true, true, true]);
    expect((await rowsOf(tenant)).map(({ status }) => status)).toEqual(Array(4).fill("verified"));
  });

  it("registers anew what was removed at FreshBooks, and removes stale paths of its own alone", async () => {
    const tenant = await connected();
    const neighbour = await connected();
    await registerCallbacks(deps, neighbour, { actor: tester });
    await registerCallbacks(deps, tenant, { actor: tester });
    const client = await deps.freshbooks(tenant);
    const [lost] = await rowsOf(tenant);
    await client.deleteCallback(lost?.vendorCallbackId ?? "");
    const stale = await client.createCallback({
      event: "invoice",
      uri: `${deps.env.APP_URL}/api/webhooks/freshbooks/stale`,
    });
    const foreign = await client.createCallback({ event: "invoice", uri: "https://elsewhere.example/hook" });
    await registerCallbacks(deps, tenant, { actor: tester });
    const ids = (await atFreshbooks(tenant)).map(({ id }) => id);
    expect(ids).not.toContain(stale.id);
    expect(ids).toContain(foreign.id);
    const own = [...(await rowsOf(tenant)), ...(await rowsOf(neighbour))];
    expect(ids).toEqual(expect.arrayContaining(own.map(({ vendorCallbackId }) => vendorCallbackId)));
    await client.deleteCallback(foreign.id);
  });

  it("stores no path in the clear, and says needs_reconnect without a business", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    const addresses = (await atFreshbooks(tenant)).map(({ uri }) => uri.split("/").at(-1) ?? "");
    const stored = JSON.stringify(await rowsOf(tenant));
    for (const key of addresses) expect(stored).not.toContain(key);
    const { member } = await createMember(deps);
    await expect(registerCallbacks(deps, member.tenant, { actor: tester })).rejects.toMatchObject({
      code: "needs_reconnect",
    });
  });
});

describe("verifyCallback", () => {
  it("notes a refused verifier as failed with its reason, and does not throw", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    const path = "/events/account/*/events/callbacks/*";
    const body = { errno: 422, message: "Verifier does not match." };
    sandbox.freshbooks.control.addFault({ method: "PUT", path, status: 422, body, times: 4 });
    expect(await finishHandshakes(tenant)).toEqual([false, false, false, false]);
    const [row] = await rowsOf(tenant);
    expect(row).toMatchObject({ status: "failed" });
    expect(row?.lastError).toContain("FreshBooks refused");
  });

  it("goes on with the confirmed verifier when FreshBooks refuses one offered later", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    await finishHandshakes(tenant);
    const [row] = await rowsOf(tenant);
    const { workspaceId } = tenant;
    const id = row?.id ?? "";
    const offer = {
      sealedVerifier: row?.sealedVerifier ?? "",
      vendorCallbackId: row?.vendorCallbackId ?? "",
    };
    await keepOfferedVerifier(deps.db, { workspaceId, id }, { ...offer, at: deps.clock.now() });
    const body = { errno: 422, message: "Verifier does not match." };
    const path = "/events/account/*/events/callbacks/*";
    sandbox.freshbooks.control.addFault({ method: "PUT", path, status: 422, body });
    expect(await verifyCallback(deps, tenant, { callbackId: id })).toBe(false);
    const [after] = await rowsOf(tenant);
    expect(after).toMatchObject({ status: "verified", sealedVerifier: row?.sealedVerifier, lastError: null });
    expect(after?.verifiedAt).not.toBeNull();
  });

  it("throws when FreshBooks cannot be asked, and works when repeated", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    await finishHandshakes(tenant);
    const [row] = await rowsOf(tenant);
    const input = { callbackId: row?.id ?? "" };
    sandbox.freshbooks.control.addFault({ method: "PUT", path: "/events/*", status: 503 });
    await expect(verifyCallback(deps, tenant, input)).rejects.toMatchObject({ kind: "unavailable" });
    expect(await verifyCallback(deps, tenant, input)).toBe(true);
  });

  it("knows nothing of another workspace's callback", async () => {
    const tenant = await connected();
    await registerCallbacks(deps, tenant, { actor: tester });
    const [row] = await rowsOf(tenant);
    const { member } = await createMember(deps);
    expect(await verifyCallback(deps, member.tenant, { callbackId: row?.id ?? "" })).toBe(false);
  });
});
