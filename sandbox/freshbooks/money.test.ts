import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { idIn, openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at, numberAt } from "../testing/call";

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

function newInvoice(amount: string, currency_code = "USD"): number {
  const invoice = sandbox.freshbooks.control.createInvoice({ customerid, amount, currency_code, status: 2 });
  return numberAt(invoice, "id");
}

async function read(id: number): Promise<unknown> {
  return at((await books.get(`${books.invoices}/${id}`)).body, "response.result.invoice");
}

async function pay(id: number, amount: string, more: Record<string, unknown> = {}) {
  return books.post(books.payments, {
    payment: { invoiceid: id, amount: { amount }, type: "Cash", ...more },
  });
}

describe("amounts", () => {
  it.each([
    ["JPY", "1500", "1500.00", "1500"],
    ["KWD", "12.345", "12.35", "12.345"],
    ["EUR", "9.999", "10.00", "10.00"],
  ])("in %s have two places, or those of the currency", async (code, written, two, own) => {
    const id = newInvoice(written, code);
    await pay(id, "1");
    const paid = { two: "1.00", own: { JPY: "1", KWD: "1.000", EUR: "1.00" }[code] };
    expect(await read(id)).toMatchObject({ amount: { amount: two, code }, paid: { amount: paid.two } });
    sandbox.freshbooks.control.setSwitches({ moneyDecimals: "own" });
    expect(await read(id)).toMatchObject({ amount: { amount: own, code }, paid: { amount: paid.own } });
    const payments = await books.get(`${books.payments}?search[invoiceid]=${id}`);
    expect(at(payments.body, "response.result.payments.0.amount")).toEqual({ amount: paid.own, code });
  });

  it("of what was paid in net can have the 26 places of an old recording", async () => {
    const id = newInvoice("100.00");
    await pay(id, "33.33");
    sandbox.freshbooks.control.setSwitches({ netPaidAmount: "long" });
    expect(at(await read(id), "net_paid_amount.amount")).toBe(`33.33${"0".repeat(24)}`);
  });
});

describe("payments", () => {
  it("of too much settle the invoice and leave a credit", async () => {
    const id = newInvoice("100.00");
    const payment = await pay(id, "130.00");
    expect(await read(id)).toMatchObject({ payment_status: "paid", outstanding: { amount: "0.00" } });
    const creditId = numberAt(payment.body, "response.result.payment.overpaymentid");
    const note = await books.get(`${books.creditNotes}/${creditId}`);
    expect(at(note.body, "response.result.credit_notes")).toMatchObject({
      credit_type: "overpayment",
      amount: { amount: "30.00" },
      clientid: customerid,
    });
  });

  it("for several invoices at once share a number", async () => {
    const ids = [newInvoice("10.00"), newInvoice("20.00")];
    const parts = ids.map((invoiceId, place) => ({ invoiceId, amount: `${place + 1}0.00` }));
    const payments = sandbox.freshbooks.control.recordBulkPayment(parts);
    const numbers = new Set(payments.map((payment) => payment["bulk_paymentid"]));
    expect(numbers.size).toBe(1);
    expect([...numbers][0]).not.toBeNull();
    for (const id of ids) expect(await read(id)).toMatchObject({ payment_status: "paid" });
  });

  it("taken back make the money owed again, and can be restored", async () => {
    const id = newInvoice("100.00");
    const paymentId = idIn(await pay(id, "100.00"), "payment");
    expect(await read(id)).toMatchObject({ v3_status: "paid" });
    await books.put(`${books.payments}/${paymentId}`, { payment: { vis_state: 1 } });
    expect(await read(id)).toMatchObject({ v3_status: "sent", outstanding: { amount: "100.00" } });
    const edit = await books.put(`${books.payments}/${paymentId}`, { payment: { note: "x" } });
    expect([edit.status, at(edit.body, "response.errors.0.errno")]).toEqual([422, 1011]);
    await books.put(`${books.payments}/${paymentId}`, { payment: { vis_state: 0 } });
    expect(await read(id)).toMatchObject({ v3_status: "paid" });
  });

  it("can be changed in amount, never in invoice", async () => {
    const id = newInvoice("100.00");
    const paymentId = idIn(await pay(id, "100.00"), "payment");
    const payment = { amount: { amount: "40.00" }, note: "less" };
    await books.put(`${books.payments}/${paymentId}`, { payment });
    expect(await read(id)).toMatchObject({ payment_status: "partial", outstanding: { amount: "60.00" } });
    const moved = await books.put(`${books.payments}/${paymentId}`, { payment: { invoiceid: 1 } });
    expect(moved.status).toBe(403);
  });

  it.each([
    ["nothing", { amount: { amount: "0" } }, 422],
    ["a kind that there is not", { type: "Stripe" }, 422],
    ["an invoice that there is not", { invoiceid: 1 }, 404],
    ["a credit note that there is not", { creditid: 1 }, 404],
  ])("of %s are refused", async (_what, change, status) => {
    const id = newInvoice("1.00");
    const payment = { invoiceid: id, amount: { amount: "1.00" }, type: "Cash", ...change };
    expect((await books.post(books.payments, { payment })).status).toBe(status);
  });

  it("stay when their invoice is deleted, stamped with its time", async () => {
    const id = newInvoice("100.00");
    const paymentId = idIn(await pay(id, "1.00"), "payment");
    sandbox.freshbooks.control.advanceClock(5000);
    const deleted = await books.put(`${books.invoices}/${id}`, { invoice: { vis_state: 1 } });
    const payment = await books.get(`${books.payments}/${paymentId}`);
    expect(at(payment.body, "response.result.payment")).toMatchObject({
      vis_state: 0,
      updated: at(deleted.body, "response.result.invoice.updated"),
    });
  });
});

describe("a credit note", () => {
  it("pays invoices as far as it goes, and takes it back when it is deleted", async () => {
    const { control } = sandbox.freshbooks;
    const id = newInvoice("100.00");
    const noteId = numberAt(control.createCreditNote({ clientid: customerid, amount: "50.00" }), "id");
    const applied = control.applyCredit(noteId, { invoiceId: id, amount: "30.00" });
    expect(applied).toMatchObject({ from_credit: true, creditid: noteId, type: "Credit" });
    expect(await read(id)).toMatchObject({ payment_status: "partial", outstanding: { amount: "70.00" } });
    const note = await books.get(`${books.creditNotes}/${noteId}`);
    expect(at(note.body, "response.result.credit_notes")).toMatchObject({
      paid: { amount: "30.00" },
      payment_status: "partial",
    });
    const tooMuch = await pay(id, "20.01", { type: "Credit", creditid: noteId });
    expect(tooMuch.status).toBe(422);
    const before = at(await read(id), "version");
    control.deleteCreditNote(noteId);
    expect(await read(id)).toMatchObject({ payment_status: "unpaid", outstanding: { amount: "100.00" } });
    expect(at(await read(id), "version")).not.toBe(before);
  });
});
