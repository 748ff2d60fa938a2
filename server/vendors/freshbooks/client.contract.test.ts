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

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let token: string;
let client: FreshbooksClient;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  token = (await grantFreshbooks(sandbox.freshbooks)).accessToken;
  client = clientWith({});
});

afterAll(() => sandbox.stop());

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
