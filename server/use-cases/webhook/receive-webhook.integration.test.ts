import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealerOf } from "../../credentials/seal";
import type { Tenant } from "../../db/tenant";
import { newId } from "../../lib/ids";
import { createMember } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { receiveWebhook } from "./receive-webhook";

const key = "an-unguessable-path-key";
const verifier = "simVerifier0001ABCDEFGHJKLMNPQRSTU";

/** Facts §3.5: signatures made by Python and Node alike, with the verifier above. */
const vectors = {
  invoice: {
    body: "name=invoice.update&object_id=900042&user_id=1&identity_id=770001&business_id=550001&account_id=aB3dE9",
    signature: "hvmSkmhnZ0UFzOobc5RwlTDyirjtWQMvkteZIWIWvIE=",
  },
  otherOrder: {
    body: "name=invoice.update&object_id=900042&account_id=aB3dE9&business_id=550001&identity_id=770001&user_id=1",
    signature: "r8QAj836K4ovbT87f4lJ7Dqso8odWkrr3NPQGDNxJaI=",
  },
  handshake:
    "user_id=1&name=callback.verify&verifier=simVerifier0001ABCDEFGHJKLMNPQRSTU&object_id=2042&account_id=aB3dE9&system=https%3A%2F%2Fexample.freshbooks.com",
};

let deps: TestDeps;
let tenant: Tenant;
let callbackId: string;

beforeAll(async () => {
  deps = await createTestDeps();
});

afterAll(async () => {
  await deps.close();
});

/** A workspace with one invoice callback behind `key`; `verified` unless the handshake is still to come. */
async function createCallback(noun: string, isVerified: boolean): Promise<void> {
  await deps.db.callback.deleteMany();
  tenant = (await createMember(deps)).member.tenant;
  const { workspaceId } = tenant;
  const connectionId = newId("connection");
  callbackId = newId("callback");
  await deps.db.connection.create({
    data: {
      ...{ workspaceId, id: connectionId, vendor: "freshbooks", status: "active", accountId: "aB3dE9" },
      ...{ vendorUserId: "1", vendorUserName: "Ada", apiBaseUrl: "http://127.0.0.1:1", scopes: [] },
      ...{ sealedAccessToken: "x", sealedRefreshToken: "x", accessExpiresAt: deps.clock.now() },
    },
  });
  const context = { workspaceId, rowId: callbackId, purpose: "verifier" } as const;
  await deps.db.callback.create({
    data: {
      ...{ workspaceId, id: callbackId, connectionId, noun },
      keyHash: createHash("sha256").update(key).digest("hex"),
      status: isVerified ? "verified" : "registering",
      verifiedAt: isVerified ? deps.clock.now() : null,
      vendorCallbackId: isVerified ? "2042" : null,
      sealedVerifier: isVerified ? sealerOf(deps.env).seal(verifier, context) : null,
    },
  });
}

const receive = (rawBody: string, signature: string | null, path = key) =>
  receiveWebhook(deps, { key: path, rawBody, signature });

const events = () => deps.db.syncEvent.findMany({ where: { workspaceId: tenant.workspaceId } });
const records = () => deps.db.record.findMany({ where: { workspaceId: tenant.workspaceId } });

/** Signs as the facts say, for bodies without anything to escape. */
function sign(body: string): string {
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => `"${name}": "${value}"`);
  return createHmac("sha256", verifier)
    .update(`{${pairs.join(", ")}}`)
    .digest("base64");
}

describe("a delivery", () => {
  beforeEach(() => createCallback("invoice", true));

  it("is stored with its object marked dirty before it is acknowledged, and handed over afterwards", async () => {
    const { status, afterwards } = await receive(vectors.invoice.body, vectors.invoice.signature);
    expect(status).toBe(204);
    expect(await events()).toMatchObject([
      { origin: "callback", name: "invoice.update", objectId: "900042", status: "received", seq: 1 },
    ]);
    expect(await records()).toMatchObject([
      { kind: "invoice", freshbooksId: "900042", dirtySeq: 1, syncedSeq: 0, health: "waiting" },
    ]);
    deps.sent.length = 0;
    await afterwards?.();
    expect(deps.sent).toMatchObject([{ name: "freshbooks/invoice.changed", data: { objectId: "900042" } }]);
    expect(await events()).toMatchObject([{ status: "handed" }]);
  });

  it("is good in each order that FreshBooks is said to sign", async () => {
    const { body, signature } = vectors.otherOrder;
    expect((await receive(body, signature)).status).toBe(204);
  });

  it("says what was signed, not what was put in front of it", async () => {
    const forged = vectors.invoice.body.replace("object_id=", "object_id=1&object_id=");
    expect((await receive(forged, vectors.invoice.signature)).status).toBe(204);
    expect(await events()).toMatchObject([{ objectId: "900042" }]);
  });

  it("stays in the outbox when the engine cannot be told", async () => {
    const broken = { ...deps, send: () => Promise.reject(new Error("the engine is away")) };
    const request = { key, rawBody: vectors.invoice.body, signature: vectors.invoice.signature };
    const { status, afterwards } = await receiveWebhook(broken, request);
    await afterwards?.();
    expect(status).toBe(204);
    expect(await events()).toMatchObject([{ status: "received" }]);
  });

  it("is counted each time it comes, on one record", async () => {
    for (let n = 0; n < 3; n += 1) await receive(vectors.invoice.body, vectors.invoice.signature);
    expect(await records()).toMatchObject([{ dirtySeq: 3 }]);
    expect((await events()).map(({ seq }) => seq).toSorted()).toEqual([1, 2, 3]);
  });

  it.each([
    ["no signature", vectors.invoice.body, null],
    [
      "a signature of another body",
      vectors.otherOrder.body.replace("900042", "900043"),
      vectors.otherOrder.signature,
    ],
    ["a signature that is no digest", vectors.invoice.body, "hvmSkmhn"],
    ["a hex digest", vectors.invoice.body, Buffer.from(vectors.invoice.signature, "base64").toString("hex")],
  ])("is refused with %s, and nothing is stored", async (_name, body, signature) => {
    expect(await receive(body, signature)).toEqual({ status: 401, afterwards: null });
    expect(await events()).toEqual([]);
    expect(await records()).toEqual([]);
  });

  it("is unknown on any other path", async () => {
    const { body, signature } = vectors.invoice;
    expect((await receive(body, signature, `${key}x`)).status).toBe(404);
  });

  it.each([
    [
      "another account",
      "name=invoice.update&object_id=900042&account_id=Zz9Yy8",
      "another FreshBooks account",
    ],
    [
      "another noun than the path's",
      "name=client.update&object_id=31&account_id=aB3dE9",
      "This path is for invoice",
    ],
    ["a noun we do not follow", "name=bill.update&object_id=31&account_id=aB3dE9", "We do not follow bill"],
  ])("about %s is kept as ignored, with the reason", async (_name, body, reason) => {
    expect((await receive(body, sign(body))).status).toBe(204);
    const [event] = await events();
    expect(event?.status).toBe("ignored");
    expect(event?.detail).toContain(reason);
    expect(await records()).toEqual([]);
  });

  it("that is signed but makes no sense is acknowledged and stored nowhere", async () => {
    const body = "name=invoice&account_id=aB3dE9";
    expect((await receive(body, sign(body))).status).toBe(204);
    expect(await events()).toEqual([]);
  });
});

describe("a payment's delivery", () => {
  it("is stored without a record, for only the payment is known yet", async () => {
    await createCallback("payment", true);
    const body = "name=payment.create&object_id=312143&account_id=aB3dE9";
    const { afterwards } = await receive(body, sign(body));
    deps.sent.length = 0;
    await afterwards?.();
    expect(await events()).toMatchObject([{ noun: "payment", recordId: null, status: "handed" }]);
    expect(deps.sent).toMatchObject([{ name: "freshbooks/payment.changed" }]);
  });
});

describe("a handshake", () => {
  const stored = () => deps.db.callback.findFirst({ where: { id: callbackId } });

  it("may come before our registration was answered: the verifier is kept and the callback id learnt", async () => {
    await createCallback("invoice", false);
    const { status, afterwards } = await receive(vectors.handshake, null);
    expect(status).toBe(204);
    expect(await stored()).toMatchObject({ status: "pending", vendorCallbackId: "2042" });
    deps.sent.length = 0;
    await afterwards?.();
    expect(deps.sent).toMatchObject([{ name: "freshbooks/callback.offered", data: { callbackId } }]);
    const { body, signature } = vectors.invoice;
    expect((await receive(body, signature)).status).toBe(204);
  });

  it("for another callback than the path's is refused", async () => {
    await createCallback("invoice", true);
    const body = vectors.handshake.replace("object_id=2042", "object_id=2043");
    expect((await receive(body, null)).status).toBe(401);
  });

  it("offered again with a new verifier leaves the former one good for what is under way", async () => {
    await createCallback("invoice", true);
    expect((await receive(vectors.handshake.replaceAll(verifier, "aNewVerifier"), null)).status).toBe(204);
    expect(await stored()).toMatchObject({ status: "verified" });
    const { body, signature } = vectors.invoice;
    expect((await receive(body, signature)).status).toBe(204);
  });

  it("offered again and again by whoever learnt the path displaces nothing that FreshBooks confirmed", async () => {
    await createCallback("invoice", true);
    for (const mine of ["mineA", "mineB", "mineC"]) {
      await receive(vectors.handshake.replaceAll(verifier, mine), null);
    }
    const { body, signature } = vectors.invoice;
    expect((await receive(body, signature)).status).toBe(204);
  });

  it("never shows its verifier in what is stored", async () => {
    await createCallback("invoice", false);
    await receive(vectors.handshake, null);
    const row = await deps.db.callback.findFirst({
      where: { id: callbackId },
      select: { sealedVerifier: true },
    });
    expect(row?.sealedVerifier).toMatch(/^v1\./);
    expect(row?.sealedVerifier).not.toContain(verifier);
  });
});
