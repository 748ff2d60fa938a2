import { createServer } from "node:http";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { grantFreshbooks } from "@/server/testing/vendor-grants";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createFreshbooksClient } from "./client";
import type { FreshbooksClient } from "./client";
import { verifySignature } from "./signature";

type Delivery = { body: string; signature: string | null };

const deliveries: Delivery[] = [];

let sandbox: Sandbox;
let receiver: Server;
let receiverUrl: string;
let client: FreshbooksClient;

/** Where the callbacks go; answers 200 to all of them. */
async function startReceiver(): Promise<string> {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const header = request.headers["x-freshbooks-hmac-sha256"];
      const signature = typeof header === "string" ? header : null;
      deliveries.push({ body: Buffer.concat(chunks).toString(), signature });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const address = receiver.address();
  if (address === null || typeof address === "string") throw new Error("the receiver has no port");
  return `http://127.0.0.1:${String(address.port)}`;
}

beforeAll(async () => {
  sandbox = await startSandbox();
  receiverUrl = await startReceiver();
});

beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  deliveries.length = 0;
  const { accessToken } = await grantFreshbooks(sandbox.freshbooks);
  client = createFreshbooksClient({
    baseUrl: sandbox.freshbooks.url,
    accountId: "aB3dE9",
    accessToken: () => Promise.resolve(accessToken),
    clock: systemClock,
    log: pino({ level: "silent" }),
  });
});

afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await sandbox.stop();
});

function makeInvoice(): number {
  const made = sandbox.freshbooks.control.createClient({ organization: "Acme GmbH" });
  return Number(
    sandbox.freshbooks.control.createInvoice({ customerid: Number(made["id"]), amount: "1.00" })["id"],
  );
}

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const value = look();
    if (value !== undefined) return value;
    await sleep(10);
  }
  throw new Error("it did not happen within five seconds");
}

describe("callbacks", () => {
  it("registers, shakes hands, is told, and goes away", async () => {
    const uri = `${receiverUrl}/hooks/1`;
    const made = await client.createCallback({ event: "invoice", uri });
    expect(made).toMatchObject({ event: "invoice", uri, verified: false });
    const handshake = await until(() => deliveries.find(({ body }) => body.includes("callback.verify")));
    const form = new URLSearchParams(handshake.body);
    expect(form.get("object_id")).toBe(made.id);
    const verifier = form.get("verifier") ?? "";
    expect(await client.verifyCallback(made.id, verifier)).toMatchObject({ id: made.id, verified: true });
    expect(await client.listCallbacks()).toEqual([{ id: made.id, event: "invoice", uri, verified: true }]);

    const invoiceId = makeInvoice();
    const told = await until(() => deliveries.find(({ body }) => body.includes("invoice.create")));
    expect(new URLSearchParams(told.body).get("object_id")).toBe(String(invoiceId));
    expect(
      verifySignature({ rawBody: told.body, header: told.signature, verifiers: [verifier] }),
    ).toMatchObject({
      ok: true,
    });

    await client.deleteCallback(made.id);
    expect(await client.listCallbacks()).toEqual([]);
    await expect(client.deleteCallback(made.id)).resolves.toBeUndefined();
  });

  it("gets an error for a wrong verifier, and the handshake again on request", async () => {
    const { id } = await client.createCallback({ event: "client", uri: `${receiverUrl}/hooks/2` });
    await until(() => deliveries[0]);
    expect(await failureOf(VendorError, client.verifyCallback(id, "wrong"))).toMatchObject({
      kind: "invalid",
    });
    await client.resendCallback(id);
    await until(() => deliveries[1]);
  });

  it("reads the words of an events error", async () => {
    const error = await failureOf(
      VendorError,
      client.createCallback({ event: "invoice", uri: "no address" }),
    );
    expect(error).toMatchObject({ kind: "invalid", mayHaveHappened: false });
    expect(error.userMessage).toContain("It said:");
  });

  it("knows that a registration may have happened when its answer is lost", async () => {
    const path = "/events/account/aB3dE9/events/callbacks";
    sandbox.freshbooks.control.addFault({ method: "POST", path, when: "after", drop: true });
    const uri = `${receiverUrl}/hooks/3`;
    const error = await failureOf(VendorError, client.createCallback({ event: "payment", uri }));
    expect(error.mayHaveHappened).toBe(true);
    expect(await client.listCallbacks()).toHaveLength(1);
  });
});
