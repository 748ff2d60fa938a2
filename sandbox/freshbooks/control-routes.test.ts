import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, numberAt } from "../testing/call";
import type { Api } from "../testing/call";

let sandbox: Sandbox;
let control: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
  control = api(`${sandbox.freshbooks.url}/_control`);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.freshbooks.control.reset();
});

const ACCOUNTS = ["", "?account=aB3dE9", "?account=Zz9Yy8"];

describe.each(ACCOUNTS)("the control calls of an account%s", (account) => {
  async function post(path: string, body?: unknown): Promise<unknown> {
    const answer = await control.post(`${path}${account}`, body);
    expect([answer.status, answer.status === 200 ? "" : answer.text]).toEqual([200, ""]);
    return answer.body;
  }

  async function newClient(): Promise<number> {
    return numberAt(await post("/clients", { organization: "Acme" }), "client.id");
  }

  async function newInvoice(amount: string): Promise<number> {
    const customerid = await newClient();
    return numberAt(await post("/invoices", { customerid, amount, status: 2 }), "invoice.id");
  }

  it("make, change and delete clients", async () => {
    const id = await newClient();
    const changed = await control.put(`/clients/${id}${account}`, { organization: "Beta" });
    expect(at(changed.body, "client.organization")).toBe("Beta");
    expect(await post(`/clients/${id}/delete`)).toMatchObject({ client: { vis_state: 1 } });
  });

  it("make, change and show invoices as one likes", async () => {
    const id = await newInvoice("1234.50");
    const changed = await control.put(`/invoices/${id}${account}`, { notes: "changed" });
    expect(at(changed.body, "invoice")).toMatchObject({ notes: "changed", amount: { amount: "1234.50" } });
    const shown = await post(`/invoices/${id}/show-as`, { v3_status: "created" });
    expect(shown).toMatchObject({ invoice: { v3_status: "created" } });
  });

  it("record payments, one and many, and take them back", async () => {
    const id = await newInvoice("10.00");
    const other = await newInvoice("20.00");
    const paid = await post(`/invoices/${id}/payments`, { amount: 4 });
    const paymentId = numberAt(paid, "payment.id");
    expect(await post(`/payments/${paymentId}/delete`)).toMatchObject({ payment: { vis_state: 1 } });
    const parts = [
      { invoiceId: id, amount: "10.00" },
      { invoiceId: other, amount: 20 },
    ];
    const bulk = await post("/payments/bulk", { payments: parts });
    expect(at(bulk, "payments")).toMatchObject([{ invoiceid: id }, { invoiceid: other }]);
  });

  it("make, change, apply and delete credit notes", async () => {
    const id = await newInvoice("10.00");
    const note = await post("/credit-notes", { clientid: await newClient(), amount: "6.00" });
    const noteId = numberAt(note, "creditNote.id");
    const changed = await control.put(`/credit-notes/${noteId}${account}`, { notes: "sorry" });
    expect(at(changed.body, "creditNote.notes")).toBe("sorry");
    const applied = await post(`/credit-notes/${noteId}/apply`, { invoiceId: id, amount: "6.00" });
    expect(applied).toMatchObject({ payment: { creditid: noteId, from_credit: true } });
    expect(await post(`/credit-notes/${noteId}/delete`)).toMatchObject({ creditNote: { vis_state: 1 } });
  });
});

describe("control calls that cannot be done", () => {
  it.each([
    ["an account that there is not", "/clients?account=nobody", { organization: "A" }, 404],
    ["a record that there is not", "/invoices/1/dispute", {}, 404],
    ["an id that is none", "/invoices/first/dispute", {}, 400],
    ["an act that there is not", "/invoices/1/frame", {}, 404],
    ["an amount that is none", "/invoices/1/payments", { amount: "much" }, 400],
    ["no payments at all", "/payments/bulk", { payments: [] }, 400],
    ["a status field that there is not", "/invoices/1/show-as", { colour: "red" }, 404],
  ])("are refused: %s", async (_what, path, body, status) => {
    expect((await control.post(path, body)).status).toBe(status);
  });
});
