import { describe, expect, it } from "vitest";
import { recordedClient, recordedInvoice, recordedPayment } from "./fixtures/recorded";
import { clientSchema, creditNoteSchema, invoiceSchema, paymentSchema } from "./schemas";
import { toClient, toCreditNote, toInvoice, toPayment } from "./to-domain";

const invoice = (change: object = {}) => toInvoice(invoiceSchema.parse({ ...recordedInvoice, ...change }));
const client = (change: object = {}) => toClient(clientSchema.parse({ ...recordedClient, ...change }));
const payment = (change: object = {}) => toPayment(paymentSchema.parse({ ...recordedPayment, ...change }));

describe("an invoice", () => {
  it("is read as recorded", () => {
    expect(invoice()).toEqual({
      id: "900042",
      number: "0000008",
      clientId: "31",
      clientName: "Acme GmbH",
      currency: "USD",
      amount: { amount: "1500.00", currency: "USD" },
      outstanding: { amount: "1500.00", currency: "USD" },
      paid: { amount: "0.00", currency: "USD" },
      createDate: "2026-11-02",
      dueDate: "2026-11-02",
      datePaid: null,
      description: "",
      poNumber: "",
      axes: {
        status: 1,
        displayStatus: "draft",
        paymentStatus: "unpaid",
        v3Status: "draft",
        depositStatus: "none",
        autobillStatus: "",
        disputeStatus: "",
        visibility: "active",
      },
      version: "2026-11-02 07:52:44.256995",
    });
  });

  it("carries the name of the client as it is now, else as it was, else the person's", () => {
    expect(invoice({ current_organization: "New Name" }).clientName).toBe("New Name");
    expect(invoice({ current_organization: null }).clientName).toBe("Acme GmbH");
    expect(invoice({ current_organization: "", organization: " " }).clientName).toBe("Ann Ode");
    expect(invoice({ current_organization: "", organization: "", fname: null, lname: "" }).clientName).toBe(
      "",
    );
  });

  it("keeps money as the text that was sent, all 26 digits of it", () => {
    const amount = "-12345678901234567890.123456";
    expect(invoice({ amount: { amount, code: "USD" } }).amount.amount).toBe(amount);
    expect(invoice({ paid: { amount: "1.00" } }).paid).toEqual({ amount: "1.00", currency: "USD" });
  });

  it.each([
    ["an id as text", { id: "900042" }, { id: "900042" }],
    ["a number that is a number", { invoice_number: 8 }, { number: "8" }],
    ["a missing due date", { due_date: undefined }, { dueDate: null }],
    ["an empty due date", { due_date: "" }, { dueDate: null }],
    ["a date with a time", { create_date: "2026-11-02 00:00:00" }, { createDate: "2026-11-02" }],
    ["no version", { version: null }, { version: "2026-11-02 07:52:44" }],
  ])("bears %s", (_what, change, expected) => {
    expect(invoice(change)).toMatchObject(expected);
  });

  it("keeps states it has never heard of as text", () => {
    expect(invoice({ v3_status: "hibernating", status: "42" }).axes).toMatchObject({
      v3Status: "hibernating",
      status: 42,
    });
  });

  it.each([
    ["no money", { amount: null }],
    ["money that is no number", { amount: { amount: "1,500", code: "USD" } }],
    ["money past exact numbers", { amount: { amount: 1e300, code: "USD" } }],
    ["a fourth visibility", { vis_state: 3 }],
    ["an id with a path in it", { id: "1/../2" }],
    ["no client", { customerid: null }],
    ["a due date in words", { due_date: "tomorrow" }],
  ])("is refused with %s", (_what, change) => {
    expect(invoiceSchema.safeParse({ ...recordedInvoice, ...change }).success).toBe(false);
  });
});

describe("a client", () => {
  it("is read as recorded, nulls as empty text", () => {
    expect(client()).toMatchObject({
      id: "31",
      organization: "Acme GmbH",
      note: "",
      vatNumber: "",
      currency: "EUR",
      address: { street: "Hauptstr. 5", city: "Berlin", code: "10115", country: "Germany" },
      visibility: "active",
      version: "2026-06-29 12:48:14",
    });
  });

  it.each([
    [0, "active"],
    [1, "deleted"],
    [2, "archived"],
    ["1", "deleted"],
    [null, "active"],
  ])("with vis_state %j is %s", (visState, visibility) => {
    expect(client({ vis_state: visState }).visibility).toBe(visibility);
  });

  it("bears a VAT number that is a number, as the docs have it", () => {
    expect(client({ vat_number: 123 }).vatNumber).toBe("123");
  });
});

describe("a payment and a credit note", () => {
  it("are read as recorded", () => {
    expect(payment()).toMatchObject({ invoiceId: "900042", clientId: "31", amount: { amount: "100.00" } });
  });

  it("may belong to no invoice", () => {
    expect(payment({ invoiceid: null }).invoiceId).toBe("");
    expect(payment({ invoiceid: 0 }).invoiceId).toBe("");
  });

  it("a credit note's id goes by either name, or is the one asked for", () => {
    const note = (fields: object) =>
      toCreditNote(creditNoteSchema.parse({ clientid: 31, ...fields }), "5").id;
    expect([note({ id: 7 }), note({ creditid: 8 }), note({})]).toEqual(["7", "8", "5"]);
  });
});
