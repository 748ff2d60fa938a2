import { createServer } from "node:http";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { allowConsent } from "@/server/testing/press-consent";
import { failureOf } from "@/server/testing/failure-of";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createFreshbooksClient } from "./client";
import type { FreshbooksClient } from "./client";
import { authorizeUrl, exchangeCode, freshbooksScopes } from "./oauth";
import { verifySignature } from "./signature";

type Delivery = { path: string; body: string; signature: string | null };

const deps = { clock: systemClock, log: pino({ level: "silent" }) };
const deliveries: Delivery[] = [];

let sandbox: Sandbox;
let receiver: Server;
let receiverUrl: string;
let token: string;
let client: FreshbooksClient;

async function startReceiver(): Promise<void> {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const header = request.headers["x-freshbooks-hmac-sha256"];
      deliveries.push({
        path: request.url ?? "",
        body: Buffer.concat(chunks).toString(),
        signature: typeof header === "string" ? header : null,
      });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const address = receiver.address();
  if (address === null || typeof address === "string") throw new Error("the receiver has no port");
  receiverUrl = `http://127.0.0.1:${String(address.port)}`;
}

beforeAll(async () => {
  sandbox = await startSandbox();
  await startReceiver();
});

beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  deliveries.length = 0;
  const app = {
    clientId: "sandbox-freshbooks",
    clientSecret: "sandbox-freshbooks-secret",
    redirectUri: "https://app.example/cb",
    apiUrl: sandbox.freshbooks.url,
  };
  const consent = authorizeUrl({ ...app, authUrl: app.apiUrl, scopes: freshbooksScopes, state: "s" });
  token = (await exchangeCode(app, deps, (await allowConsent(consent)).code)).accessToken;
  client = clientWith({});
});

afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await sandbox.stop();
});

function clientWith(change: Partial<Parameters<typeof createFreshbooksClient>[0]>): FreshbooksClient {
  const accessToken = () => Promise.resolve(token);
  return createFreshbooksClient({
    baseUrl: sandbox.freshbooks.url,
    accountId: "aB3dE9",
    accessToken,
    ...deps,
    ...change,
  });
}

function makeClient(organization = "Acme GmbH"): string {
  const made = sandbox.freshbooks.control.createClient({ organization, fname: "Ann", p_city: "Berlin" });
  return String(made["id"]);
}

function makeInvoice(clientId: string, amount = "1500.00"): number {
  return Number(sandbox.freshbooks.control.createInvoice({ customerid: Number(clientId), amount })["id"]);
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

describe("reading objects", () => {
  it("reads a client", async () => {
    const id = makeClient();
    expect(await client.getClient(id)).toMatchObject({
      id,
      organization: "Acme GmbH",
      firstName: "Ann",
      lastName: "",
      address: { city: "Berlin", street: "" },
      visibility: "active",
    });
  });

  it("follows an invoice through its life", async () => {
    const clientId = makeClient();
    const id = makeInvoice(clientId);
    const read = async () => {
      const invoice = await client.getInvoice(String(id));
      if (!invoice) throw new Error("the invoice is gone");
      return invoice;
    };
    const draft = await read();
    expect(draft).toMatchObject({
      clientId,
      clientName: "Acme GmbH",
      amount: { amount: "1500.00", currency: "USD" },
    });
    expect(draft.axes).toMatchObject({
      status: 1,
      displayStatus: "draft",
      v3Status: "draft",
      visibility: "active",
    });
    sandbox.freshbooks.control.markAsSent(id);
    const sent = await read();
    expect(sent.axes).toMatchObject({ status: 2, v3Status: "sent" });
    expect(sent.version).not.toBe(draft.version);
    sandbox.freshbooks.control.recordPayment(id, { amount: "500.10" });
    const partial = await read();
    expect([partial.outstanding.amount, partial.paid.amount]).toEqual(["999.90", "500.10"]);
    expect(partial.axes).toMatchObject({ paymentStatus: "partial", v3Status: "partial" });
    sandbox.freshbooks.control.letFallDue(id);
    expect((await read()).dueDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    sandbox.freshbooks.control.deleteInvoice(id);
    expect((await read()).axes.visibility).toBe("deleted");
  });

  it("reads a payment and whose invoice it is for", async () => {
    const invoiceId = makeInvoice(makeClient());
    sandbox.freshbooks.control.markAsSent(invoiceId);
    const payment = sandbox.freshbooks.control.recordPayment(invoiceId, { amount: "12.34" });
    expect(await client.getPayment(String(payment["id"]))).toMatchObject({
      invoiceId: String(invoiceId),
      amount: { amount: "12.34", currency: "USD" },
      visibility: "active",
    });
  });

  it.each(["classic", "grpc"] as const)(
    "says null for what does not exist, in %s errors",
    async (errorShape) => {
      sandbox.freshbooks.control.setSwitches({ errorShape });
      expect(await client.getInvoice("4242424")).toBeNull();
      expect(await client.getClient("4242424")).toBeNull();
      expect(await client.getPayment("4242424")).toBeNull();
    },
  );

  it("does not take a wrong account for a missing object", async () => {
    const id = makeClient();
    const elsewhere = clientWith({ accountId: "nOsUcH" });
    const error = await failureOf(VendorError, elsewhere.getClient(id));
    expect(error).toMatchObject({ kind: "forbidden", code: "1012" });
  });

  it("refuses an id that would change the path", async () => {
    const error = await failureOf(VendorError, client.getInvoice("1/../2"));
    expect(error).toMatchObject({ kind: "invalid", mayHaveHappened: false });
  });

  it("knows an error that comes with status 200", async () => {
    const body = { response: { errors: [{ errno: 12001, message: "Feature not available" }] } };
    sandbox.freshbooks.control.addFault({ method: "GET", path: "/accounting/*", status: 200, body });
    const error = await failureOf(VendorError, client.getInvoice("1"));
    expect(error).toMatchObject({ kind: "forbidden", code: "12001", detail: "Feature not available" });
  });

  it("refreshes once after a 401, and goes on", async () => {
    const id = makeClient();
    const good = token;
    token = "worn-out";
    let refreshed = 0;
    const onUnauthorized = () => {
      refreshed += 1;
      token = good;
      return Promise.resolve();
    };
    expect(await clientWith({ onUnauthorized }).getClient(id)).not.toBeNull();
    expect(refreshed).toBe(1);
  });

  it("gives up after one refresh that did not help", async () => {
    token = "worn-out";
    let refreshed = 0;
    const onUnauthorized = () => {
      refreshed += 1;
      return Promise.resolve();
    };
    const error = await failureOf(VendorError, clientWith({ onUnauthorized }).getClient("1"));
    expect([error.kind, refreshed]).toEqual(["auth", 1]);
  });

  it("says how long to wait when FreshBooks asks to slow down", async () => {
    sandbox.freshbooks.control.setSwitches({ rateLimitGeneral: 1 });
    await client.listClients({ page: 1 });
    const error = await failureOf(VendorError, client.listClients({ page: 1 }));
    expect(error).toMatchObject({ kind: "rate_limited", status: 429 });
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(0);
  });
});

describe("listing", () => {
  it("pages to the end, every row once", async () => {
    const clientId = makeClient();
    const made = Array.from({ length: 7 }, () => String(makeInvoice(clientId)));
    const found: string[] = [];
    let pages = 1;
    for (let page = 1; page <= pages; page += 1) {
      const answer = await client.listInvoices({ page, perPage: 3 });
      found.push(...answer.items.map(({ id }) => id));
      pages = answer.pages;
    }
    expect(pages).toBe(3);
    expect(found.toSorted()).toEqual(made.toSorted());
  });

  it("ends at an empty list", async () => {
    expect(await client.listInvoices({ page: 1 })).toMatchObject({ items: [], unreadable: [] });
    const { page, pages } = await client.listInvoices({ page: 1 });
    expect(page).toBeGreaterThanOrEqual(pages);
  });

  it("filters by client, by overdue and by day of change", async () => {
    const [one, other] = [makeClient("One"), makeClient("Other")];
    const due = makeInvoice(one);
    makeInvoice(other);
    sandbox.freshbooks.control.markAsSent(due);
    sandbox.freshbooks.control.letFallDue(due);
    const ids = async (filter: object) =>
      (await client.listInvoices({ page: 1, ...filter })).items.map(({ id }) => id);
    expect(await ids({ clientId: one })).toEqual([String(due)]);
    expect(await ids({ v3Status: "overdue" })).toEqual([String(due)]);
    expect(await ids({ updatedMin: "2999-01-01" })).toEqual([]);
    expect(await ids({ updatedMin: "2000-01-01" })).toHaveLength(2);
  });

  it("drops the rows of a list that ignored its filter", async () => {
    const [one, other] = [makeClient("One"), makeClient("Other")];
    makeInvoice(one);
    const wanted = makeInvoice(other);
    const unfiltered = clientWith({
      fetch: (input, init) => {
        const url = new URL(input instanceof Request ? input.url : input);
        url.searchParams.delete("search[customerid]");
        return fetch(url, init);
      },
    });
    const { items } = await unfiltered.listInvoices({ page: 1, clientId: other });
    expect(items.map(({ id }) => id)).toEqual([String(wanted)]);
  });

  it("leaves deleted ones out, as FreshBooks does", async () => {
    const id = makeClient();
    makeClient("Stays");
    sandbox.freshbooks.control.deleteClient(Number(id));
    const { items } = await client.listClients({ page: 1 });
    expect(items.map(({ organization }) => organization)).toEqual(["Stays"]);
    expect(await client.getClient(id)).toMatchObject({ visibility: "deleted" });
  });
});

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

    const invoiceId = makeInvoice(makeClient());
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
