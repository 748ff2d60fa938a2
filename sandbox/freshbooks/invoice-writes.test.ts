import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { idIn, openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at } from "../testing/call";
import type { Answer } from "../testing/call";

let sandbox: Sandbox;
let books: BooksApi;
let customerid: unknown;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  books = await openBooks(sandbox);
  customerid = sandbox.freshbooks.control.createClient({ organization: "Acme" })["id"];
});

async function create(fields: Record<string, unknown> = {}): Promise<Answer> {
  const lines = [{ name: "Work", unit_cost: { amount: "10.00" } }];
  return books.post(books.invoices, {
    invoice: { customerid, create_date: "2026-11-02", due_offset_days: 14, lines, ...fields },
  });
}

async function put(id: number, invoice: Record<string, unknown>): Promise<Answer> {
  return books.put(`${books.invoices}/${id}`, { invoice });
}

async function read(id: number): Promise<unknown> {
  return at((await books.get(`${books.invoices}/${id}`)).body, "response.result.invoice");
}

function errnoOf(answer: Answer): [number, unknown] {
  return [answer.status, at(answer.body, "response.errors.0.errno")];
}

const COMPUTED = [
  "amount",
  "outstanding",
  "paid",
  "payment_status",
  "v3_status",
  "version",
  "updated",
  "uuid",
];

describe("a computed field that is written", () => {
  it.each(COMPUTED)("is refused: %s", async (field) => {
    expect(errnoOf(await create({ [field]: "x" }))).toEqual([403, 1038]);
    const id = idIn(await create(), "invoice");
    expect(errnoOf(await put(id, { [field]: "x" }))).toEqual([403, 1038]);
  });

  it.each(COMPUTED)("may be silently ignored instead: %s", async (field) => {
    sandbox.freshbooks.control.setSwitches({ readOnlyFields: "ignored" });
    const id = idIn(await create({ [field]: "x" }), "invoice");
    const answer = await put(id, { [field]: "x", notes: "written" });
    expect(at(answer.body, "response.result.invoice")).toMatchObject({
      notes: "written",
      v3_status: "draft",
    });
  });

  it("is always refused if it is due_date, which due_offset_days decides", async () => {
    sandbox.freshbooks.control.setSwitches({ readOnlyFields: "ignored" });
    const id = idIn(await create(), "invoice");
    expect(errnoOf(await put(id, { due_date: "2027-01-01" }))).toEqual([403, 1038]);
    await put(id, { due_offset_days: 30 });
    expect(await read(id)).toMatchObject({ due_date: "2026-12-02", due_offset_days: 30 });
  });

  it("of a client, payment or credit note is treated likewise", async () => {
    const { control } = sandbox.freshbooks;
    const invoice = control.createInvoice({ customerid, amount: "10" });
    const payment = control.recordPayment(Number(invoice["id"]), { amount: "1" });
    const note = control.createCreditNote({ clientid: customerid, amount: "1" });
    const writes = () => [
      books.put(`${books.clients}/${String(customerid)}`, { client: { signup_date: "2020-01-01" } }),
      books.put(`${books.payments}/${String(payment["id"])}`, { payment: { updated: "2020-01-01" } }),
      books.put(`${books.creditNotes}/${String(note["id"])}`, { credit_notes: { paid: "1" } }),
    ];
    for (const answer of await Promise.all(writes())) expect(errnoOf(answer)).toEqual([403, 1038]);
    control.setSwitches({ readOnlyFields: "ignored" });
    for (const answer of await Promise.all(writes())) expect(answer.status).toBe(200);
  });
});

describe("status", () => {
  it.each([
    [0, { status: 0, v3_status: "disputed" }],
    [1, { status: 1, v3_status: "draft" }],
    [2, { status: 2, v3_status: "sent" }],
    [3, { status: 3, v3_status: "viewed" }],
  ])("takes %i", async (status, shown) => {
    const id = idIn(await create({ due_offset_days: 3650 }), "invoice");
    expect(errnoOf(await put(id, { status }))).toEqual([200, undefined]);
    expect(await read(id)).toMatchObject(shown);
  });

  it.each([
    [4, 1004],
    [-1, 1004],
    [2.5, 1004],
    ["2", 1015],
    [null, 1015],
  ])("refuses %j", async (status, errno) => {
    expect(errnoOf(await create({ status }))).toEqual([422, errno]);
  });
});

describe("a PUT", () => {
  it("runs ext_vis_state before all else, and drops the rest", async () => {
    const id = idIn(await create(), "invoice");
    await put(id, { ext_vis_state: 1, vis_state: 1, action_mark_as_sent: true, notes: "dropped" });
    expect(await read(id)).toMatchObject({ ext_archive: 1, vis_state: 0, v3_status: "draft", notes: "" });
    await put(id, { ext_vis_state: 0 });
    expect(await read(id)).toMatchObject({ ext_archive: 0 });
    expect(errnoOf(await put(id, { ext_vis_state: 7 }))).toEqual([422, 1004]);
  });

  it("runs vis_state before an action, and an action before fields", async () => {
    const id = idIn(await create(), "invoice");
    await put(id, { vis_state: 2, action_mark_as_sent: true, notes: "dropped" });
    expect(await read(id)).toMatchObject({ vis_state: 2, v3_status: "draft", notes: "" });
    await put(id, { action_mark_as_sent: true, notes: "dropped", status: 1 });
    expect(await read(id)).toMatchObject({ status: 2, notes: "" });
  });

  it("mails an invoice to recipients, who must be named", async () => {
    const id = idIn(await create({ due_offset_days: 3650 }), "invoice");
    expect(errnoOf(await put(id, { action_email: true }))).toEqual([422, 1001]);
    await put(id, { action_email: true, email_recipients: ["a@acme.example"] });
    expect(await read(id)).toMatchObject({ v3_status: "sent" });
  });

  it("on a deleted record is refused, but for its return", async () => {
    const id = idIn(await create(), "invoice");
    await put(id, { vis_state: 1 });
    expect(errnoOf(await put(id, { notes: "x" }))).toEqual([422, 1011]);
    expect(errnoOf(await put(id, { vis_state: 9 }))).toEqual([422, 1004]);
    await put(id, { vis_state: 0 });
    expect((await put(id, { notes: "x" })).status).toBe(200);
  });

  it("moves version, and so does every other change but falling due", async () => {
    const { control } = sandbox.freshbooks;
    const id = idIn(await create({ status: 2 }), "invoice");
    const versions = [at(await read(id), "version")];
    for (const act of [
      () => put(id, { notes: "x" }),
      () => control.viewInvoice(id),
      () => control.recordPayment(id, { amount: "1" }),
      () => control.disputeInvoice(id),
      () => control.archiveInvoice(id),
    ]) {
      await act();
      versions.push(at(await read(id), "version"));
    }
    expect(new Set(versions).size).toBe(versions.length);
    control.letFallDue(id);
    expect(at(await read(id), "version")).toBe(versions.at(-1));
  });

  it("keeps version still when an invoice is opened, where opening does not move it", async () => {
    sandbox.freshbooks.control.setSwitches({ viewMovesVersion: false });
    const id = idIn(await create({ status: 2, due_offset_days: 3650 }), "invoice");
    const before = at(await read(id), "version");
    sandbox.freshbooks.control.viewInvoice(id);
    expect(await read(id)).toMatchObject({ v3_status: "viewed", version: before });
  });
});

describe("an invoice whose client is deleted", () => {
  it("stays in the list, under the client's name", async () => {
    const id = idIn(await create(), "invoice");
    sandbox.freshbooks.control.deleteClient(Number(customerid));
    const { body } = await books.get(books.invoices);
    expect(at(body, "response.result.invoices")).toMatchObject([{ id, current_organization: "Acme" }]);
  });
});

describe("what can be said only at the making", () => {
  it("is kept then, and ignored later", async () => {
    const id = idIn(await create({ auto_bill: true, deposit_amount: { amount: "5.00" } }), "invoice");
    expect(await read(id)).toMatchObject({ auto_bill: true, deposit_status: "unpaid" });
    await put(id, { auto_bill: false, deposit_amount: null });
    expect(await read(id)).toMatchObject({ auto_bill: true, deposit_amount: { amount: "5.00" } });
    expect(errnoOf(await create({ auto_bill: "yes" }))).toEqual([422, 1004]);
  });
});
