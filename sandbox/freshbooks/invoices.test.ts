import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, numberAt } from "../testing/call";
import type { Answer, Api } from "../testing/call";
import { freshBooksTokens } from "../testing/consent";

const ACCOUNT = "/accounting/account/aB3dE9";
const INVOICES = `${ACCOUNT}/invoices/invoices`;

let sandbox: Sandbox;
let client: Api;
let customerid: number;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  const { access } = await freshBooksTokens(sandbox.freshbooks.url);
  client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
  const made = await client.post(`${ACCOUNT}/users/clients`, {
    client: { organization: "Acme GmbH", p_city: "Berlin" },
  });
  customerid = numberAt(made.body, "response.result.client.id");
});

function invoiceOf(answer: Answer): unknown {
  return at(answer.body, "response.result.invoice");
}

function errnoOf(answer: Answer): [number, unknown] {
  return [answer.status, at(answer.body, "response.errors.0.errno")];
}

async function create(fields: Record<string, unknown> = {}): Promise<number> {
  const lines = [{ name: "Work", qty: "3", unit_cost: { amount: "333.335", code: "USD" } }];
  const today = sandbox.freshbooks.control.state().now.slice(0, 10);
  const answer = await client.post(INVOICES, {
    invoice: { customerid, create_date: today, due_offset_days: 30, lines, ...fields },
  });
  expect(answer.status).toBe(200);
  return numberAt(answer.body, "response.result.invoice.id");
}

async function read(id: number): Promise<unknown> {
  return invoiceOf(await client.get(`${INVOICES}/${id}`));
}

async function put(id: number, invoice: Record<string, unknown>): Promise<Answer> {
  return client.put(`${INVOICES}/${id}`, { invoice });
}

async function pay(id: number, amount: string): Promise<Answer> {
  return client.post(`${ACCOUNT}/payments/payments`, {
    payment: { invoiceid: id, amount: { amount, code: "USD" }, date: "2026-11-10", type: "Cash" },
  });
}

describe("the life of an invoice", () => {
  it("goes through every state, each axis as recorded", async () => {
    const id = await create();
    expect(await read(id)).toMatchObject({
      status: 1,
      display_status: "draft",
      v3_status: "draft",
      payment_status: "unpaid",
    });
    await put(id, { action_mark_as_sent: true });
    expect(await read(id)).toMatchObject({ status: 2, display_status: "sent", v3_status: "sent" });
    expect(at(await read(id), "fulfillment_date")).toMatch(/^\d{4}-\d\d-\d\d$/);
    sandbox.freshbooks.control.viewInvoice(id);
    expect(await read(id)).toMatchObject({ status: 3, display_status: "viewed", v3_status: "viewed" });
    await pay(id, "100.00");
    expect(await read(id)).toMatchObject({ status: 3, payment_status: "partial", v3_status: "partial" });
    await pay(id, "900.01");
    expect(await read(id)).toMatchObject({
      status: 4,
      display_status: "paid",
      v3_status: "paid",
      payment_status: "paid",
      date_paid: "2026-11-10",
      outstanding: { amount: "0.00" },
    });
  });

  it("keeps status 2 and display_status sent when half paid", async () => {
    const id = await create();
    await put(id, { action_mark_as_sent: true });
    await pay(id, "1.00");
    expect(await read(id)).toMatchObject({ status: 2, display_status: "sent", v3_status: "partial" });
  });

  it("is overdue from the day after it was due, without a trace in updated or version", async () => {
    const id = await create();
    await put(id, { action_mark_as_sent: true });
    const before = await read(id);
    sandbox.freshbooks.control.letFallDue(id);
    const after = await read(id);
    expect(at(after, "v3_status")).toBe("overdue");
    expect(at(after, "display_status")).toBe("sent");
    expect([at(after, "updated"), at(after, "version")]).toEqual([
      at(before, "updated"),
      at(before, "version"),
    ]);
  });

  it("falls due by the clock alone, in the business's time zone, and not on the day itself", async () => {
    const now = Date.parse(sandbox.freshbooks.control.state().now);
    // Noon in New York, so that the day there is not in doubt.
    sandbox.freshbooks.control.advanceClock(Date.UTC(2026, 10, 24, 17) - now);
    const { access } = await freshBooksTokens(sandbox.freshbooks.url);
    client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
    const id = await create({ create_date: "2026-11-24", due_offset_days: 0, status: 2 });
    expect(await read(id)).toMatchObject({ due_date: "2026-11-24", v3_status: "sent" });
    sandbox.freshbooks.control.advanceClock(11 * 3_600_000);
    expect(at(await read(id), "v3_status")).toBe("sent");
    sandbox.freshbooks.control.advanceClock(2 * 3_600_000);
    const { access: later } = await freshBooksTokens(sandbox.freshbooks.url);
    client = api(sandbox.freshbooks.url, { authorization: `Bearer ${later}` });
    expect(at(await read(id), "v3_status")).toBe("overdue");
  });

  it("keeps a draft a draft when its date has passed", async () => {
    const id = await create({ create_date: "2026-01-01", due_offset_days: 1 });
    expect(await read(id)).toMatchObject({ v3_status: "draft" });
  });

  it("shows partly paid and past due as the switch says", async () => {
    const id = await create({ create_date: "2026-01-01", due_offset_days: 1, status: 2 });
    await pay(id, "1.00");
    expect(at(await read(id), "v3_status")).toBe("partial");
    sandbox.freshbooks.control.setSwitches({ partialPastDue: "overdue" });
    expect(at(await read(id), "v3_status")).toBe("overdue");
  });

  it("answers 200 with vis_state 1 when deleted, and is dropped from lists", async () => {
    const id = await create();
    await pay(id, "5.00");
    expect(invoiceOf(await put(id, { vis_state: 1 }))).toMatchObject({ vis_state: 1 });
    expect((await client.get(`${INVOICES}/${id}`)).status).toBe(200);
    const list = await client.get(INVOICES);
    expect(at(list.body, "response.result.total")).toBe(0);
    const deleted = await client.get(`${INVOICES}?search[vis_state]=1`);
    expect(at(deleted.body, "response.result.total")).toBe(1);
    const payments = await client.get(`${ACCOUNT}/payments/payments?search[invoiceid]=${id}`);
    expect(at(payments.body, "response.result.payments.0.vis_state")).toBe(0);
  });
});

describe("money", () => {
  it("is exact: three times a third of a cent too much rounds per line", async () => {
    const id = await create();
    expect(await read(id)).toMatchObject({ amount: { amount: "1000.01", code: "USD" } });
  });

  it("adds discount and tax per line in exact decimals", async () => {
    const lines = [
      { qty: "3", unit_cost: { amount: "0.1" }, taxName1: "VAT", taxAmount1: "19" },
      { qty: "0.5", unit_cost: { amount: "99.99" } },
    ];
    const id = await create({ lines, discount_value: "10" });
    // 0.30 − 0.03 = 0.27 + 0.05 tax; 50.00 − 5.00 = 45.00
    expect(await read(id)).toMatchObject({ amount: { amount: "45.32" }, discount_total: { amount: "5.03" } });
  });

  it("recomputes what is outstanding when a payment is deleted", async () => {
    const id = await create();
    const payment = await pay(id, "0.10");
    await pay(id, "0.20");
    expect(await read(id)).toMatchObject({ paid: { amount: "0.30" }, outstanding: { amount: "999.71" } });
    const paymentId = numberAt(payment.body, "response.result.payment.id");
    await client.put(`${ACCOUNT}/payments/payments/${paymentId}`, { payment: { vis_state: 1 } });
    expect(await read(id)).toMatchObject({ paid: { amount: "0.20" }, outstanding: { amount: "999.81" } });
  });

  it("moves version with every payment", async () => {
    const id = await create();
    const before = at(await read(id), "version");
    await pay(id, "1");
    expect(at(await read(id), "version")).not.toBe(before);
  });
});

describe("a PUT runs one phase only", () => {
  it("drops fields beside vis_state, and fields beside an action", async () => {
    const id = await create();
    await put(id, { vis_state: 2, notes: "dropped" });
    expect(await read(id)).toMatchObject({ vis_state: 2, notes: "" });
    await put(id, { action_mark_as_sent: true, notes: "dropped", due_date: "2030-01-01" });
    expect(await read(id)).toMatchObject({ v3_status: "sent", notes: "" });
    await put(id, { notes: "kept" });
    expect(await read(id)).toMatchObject({ notes: "kept", v3_status: "sent" });
  });
});

describe("refusals", () => {
  it.each(["due_date", "amount", "v3_status", "version", "outstanding"])(
    "denies writing %s",
    async (field) => {
      const id = await create();
      expect(errnoOf(await put(id, { [field]: "2026-12-24" }))).toEqual([403, 1038]);
    },
  );

  it.each([
    ["no date", { create_date: undefined }, 422, 1001],
    ["a status in words", { status: "sent" }, 422, 1015],
    ["a status out of range", { status: 8 }, 422, 1004],
    ["an unknown client", { customerid: 1 }, 404, 1012],
    ["an impossible date", { create_date: "2026-02-30" }, 422, 1004],
  ])("answers an invoice with %s", async (_what, change, status, errno) => {
    const fields = { customerid, create_date: "2026-11-02", ...change };
    expect(errnoOf(await client.post(INVOICES, { invoice: fields }))).toEqual([status, errno]);
  });

  it("answers unknown ids, wrong kinds of account id and bodies without wrapper", async () => {
    expect(errnoOf(await client.get(`${INVOICES}/1`))).toEqual([404, 1012]);
    expect(errnoOf(await client.get("/accounting/account/550001/invoices/invoices"))).toEqual([404, 1012]);
    expect(errnoOf(await client.post(INVOICES, { customerid }))).toEqual([422, 1005]);
    expect(errnoOf(await client.get(`${INVOICES}?page=x`))).toEqual([422, 1014]);
    expect(errnoOf(await client.get(`${INVOICES}?per_page=x`))).toEqual([422, 1013]);
  });

  it("speaks the newer error shape when switched to it", async () => {
    sandbox.freshbooks.control.setSwitches({ errorShape: "grpc" });
    const answer = await client.get(`${INVOICES}/1`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      code: 5,
      details: [{ reason: "1012", metadata: { object: "invoice" } }],
    });
  });

  it("needs the scope of the object", async () => {
    const { access } = await freshBooksTokens(sandbox.freshbooks.url, "user:clients:read");
    const narrow = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
    expect((await narrow.get(INVOICES)).status).toBe(403);
    expect((await narrow.post(`${ACCOUNT}/users/clients`, { client: { fname: "A" } })).status).toBe(403);
    expect((await narrow.get(`${ACCOUNT}/users/clients`)).status).toBe(200);
  });
});

describe("an answer", () => {
  it("holds lines only when they are asked for", async () => {
    const id = await create();
    expect(at(await read(id), "lines")).toBeUndefined();
    const full = await client.get(`${INVOICES}/${id}?include[]=lines`);
    expect(at(full.body, "response.result.invoice.lines.0")).toMatchObject({
      name: "Work",
      qty: "3",
      amount: { amount: "1000.01", code: "USD" },
    });
  });

  it("keeps the client's name as it was, and shows the name it has now", async () => {
    const id = await create();
    await client.put(`${ACCOUNT}/users/clients/${customerid}`, { client: { organization: "Renamed" } });
    expect(await read(id)).toMatchObject({
      organization: "Acme GmbH",
      current_organization: "Renamed",
      city: "Berlin",
    });
  });

  it("stamps in Eastern time, signup_date alone in UTC", async () => {
    const now = Date.parse(sandbox.freshbooks.control.state().now);
    sandbox.freshbooks.control.advanceClock(Date.UTC(2026, 6, 1, 3, 30) - now + 365 * 86_400_000);
    const { access } = await freshBooksTokens(sandbox.freshbooks.url);
    client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
    const made = await client.post(`${ACCOUNT}/users/clients`, { client: { fname: "A" } });
    const record = at(made.body, "response.result.client");
    // Summer: New York is four hours behind UTC, and still on the day before.
    expect(at(record, "updated")).toMatch(/^2027-06-30 23:3\d:\d\d$/);
    expect(at(record, "signup_date")).toMatch(/^2027-07-01 03:3\d:\d\d$/);
  });

  it("counts down a window of 60 s on successes, and refuses beyond it", async () => {
    sandbox.freshbooks.control.setSwitches({ rateLimitGeneral: 2 });
    const first = await client.get(INVOICES);
    expect(first.headers.get("x-ratelimit-limit")).toBe("2");
    expect(first.headers.get("retry-after")).not.toBeNull();
    await client.get(INVOICES);
    const refused = await client.get(INVOICES);
    expect([refused.status, refused.body]).toEqual([429, { message: "API rate limit exceeded" }]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    sandbox.freshbooks.control.advanceClock(60_000);
    expect((await client.get(INVOICES)).status).toBe(200);
  });
});
