import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { api, at, numberAt, textAt } from "../testing/call";
import { eventually } from "../testing/eventually";
import { startReceiver } from "../testing/receiver";

type Control = Sandbox["freshbooks"]["control"];

let sandbox: Sandbox;
let control: Control;
let books: BooksApi;

beforeAll(async () => {
  sandbox = await startSandbox();
  control = sandbox.freshbooks.control;
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  control.reset();
  books = await openBooks(sandbox);
});

function newInvoice(fields: Record<string, unknown> = {}): number {
  const client = control.createClient({ organization: "Acme" });
  return numberAt(
    control.createInvoice({ customerid: client["id"], amount: "100.00", status: 2, ...fields }),
    "id",
  );
}

async function read(id: number, reader: BooksApi = books): Promise<unknown> {
  return at((await reader.get(`${reader.invoices}/${id}`)).body, "response.result.invoice");
}

async function v3(id: number): Promise<string> {
  return textAt(await read(id), "v3_status");
}

/** What each act makes of a sent invoice of 100.00, one axis per field. */
const ACTS: readonly (readonly [string, Record<string, unknown>])[] = [
  ["mark-as-sent", { status: 2, display_status: "sent", v3_status: "sent" }],
  ["send-by-email", { status: 2, display_status: "sent", v3_status: "sent" }],
  ["view", { status: 3, display_status: "viewed", v3_status: "viewed" }],
  ["dispute", { status: 0, v3_status: "disputed", dispute_status: "disputed" }],
  ["resolve", { status: 2, v3_status: "resolved", dispute_status: "resolved" }],
  ["decline", { status: 2, v3_status: "declined" }],
  ["hold", { status: 2, v3_status: "pending" }],
  ["auto-bill-retry", { status: 6, v3_status: "retry", autobill_status: "retry", auto_bill: true }],
  ["auto-bill-fail", { status: 7, v3_status: "failed", autobill_status: "failed", auto_bill: true }],
  [
    "auto-bill-pay",
    {
      status: 5,
      display_status: "paid",
      v3_status: "autopaid",
      payment_status: "auto-paid",
      autobill_status: "success",
      outstanding: { amount: "0.00", code: "USD" },
    },
  ],
  ["convert-deposit", { deposit_status: "converted", v3_status: "sent" }],
  ["archive", { vis_state: 2, v3_status: "sent" }],
  ["delete", { vis_state: 1, v3_status: "sent" }],
];

describe("what befalls an invoice", () => {
  it.each(ACTS)("%s", async (act, axes) => {
    const id = newInvoice();
    const before = await read(id);
    const answer = await api(`${sandbox.freshbooks.url}/_control`).post(`/invoices/${id}/${act}`);
    expect(answer.status).toBe(200);
    const after = await read(id);
    expect(after).toMatchObject(axes);
    expect(at(after, "version")).not.toBe(at(before, "version"));
  });

  it("can be undone where FreshBooks can undo it", async () => {
    const id = newInvoice();
    control.archiveInvoice(id);
    control.unarchiveInvoice(id);
    control.deleteInvoice(id);
    control.undeleteInvoice(id);
    control.disputeInvoice(id);
    await books.put(`${books.invoices}/${id}`, { invoice: { status: 2 } });
    expect(await read(id)).toMatchObject({ vis_state: 0, v3_status: "sent", dispute_status: null });
  });

  it("walks a deposit from unpaid to paid", async () => {
    const client = control.createClient({ organization: "Acme" });
    const made = await books.post(books.invoices, {
      invoice: {
        customerid: client["id"],
        create_date: "2026-11-24",
        due_offset_days: 30,
        status: 2,
        deposit_amount: { amount: "40.00" },
        lines: [{ name: "Work", unit_cost: { amount: "100.00" } }],
      },
    });
    const id = numberAt(made.body, "response.result.invoice.id");
    expect(await read(id)).toMatchObject({
      deposit_status: "unpaid",
      deposit_amount: { amount: "40.00", code: "USD" },
      v3_status: "sent",
    });
    control.recordPayment(id, { amount: "10.00" });
    expect(await read(id)).toMatchObject({ deposit_status: "partial", v3_status: "deposit-partial" });
    control.recordPayment(id, { amount: "30.00" });
    expect(await read(id)).toMatchObject({ deposit_status: "paid", v3_status: "deposit-paid" });
    control.recordPayment(id, { amount: "60.00" });
    expect(await read(id)).toMatchObject({ payment_status: "paid", v3_status: "paid" });
  });

  it("can be shown as anything, so that a client meets what it does not know", async () => {
    const id = newInvoice();
    control.showInvoiceAs(id, { v3_status: "haunted", display_status: "outstanding", status: 99 });
    expect(await read(id)).toMatchObject({
      v3_status: "haunted",
      display_status: "outstanding",
      status: 99,
      payment_status: "unpaid",
    });
    const found = await books.get(`${books.invoices}?search[v3_status]=haunted`);
    expect(at(found.body, "response.result.total")).toBe(1);
    control.showInvoiceAs(id, {});
    expect(await v3(id)).toBe("sent");
    expect(() => control.showInvoiceAs(id, { amount: "1" })).toThrow("Unrecognized key");
  });
});

/** States that may yield to overdue: how one comes to be in it, its switch, what it says by default when past due. */
const PAST_DUE: readonly (readonly [string, string, string, (id: number) => unknown])[] = [
  ["viewed", "viewedPastDue", "overdue", (id) => control.viewInvoice(id)],
  ["partial", "partialPastDue", "partial", (id) => control.recordPayment(id, { amount: "1.00" })],
  ["disputed", "disputedPastDue", "disputed", (id) => control.disputeInvoice(id)],
  ["resolved", "resolvedPastDue", "overdue", (id) => control.resolveInvoice(id)],
  ["declined", "declinedPastDue", "declined", (id) => control.declineInvoice(id)],
  ["pending", "pendingPastDue", "pending", (id) => control.holdInvoice(id)],
  ["retry", "retryPastDue", "retry", (id) => control.autoBillRetry(id)],
  ["failed", "failedPastDue", "failed", (id) => control.autoBillFail(id)],
];

describe("past due", () => {
  it("is overdue for a sent invoice, and not for a draft or one without a balance", async () => {
    const sent = newInvoice();
    const draft = newInvoice({ status: 1 });
    const free = newInvoice({ amount: "0.00" });
    for (const id of [sent, draft, free]) control.letFallDue(id);
    expect([await v3(sent), await v3(draft), await v3(free)]).toEqual(["overdue", "draft", "sent"]);
  });

  it.each(PAST_DUE)("and %s is shown as the switch %s says", async (state, name, byDefault, befall) => {
    const id = newInvoice();
    befall(id);
    expect(await v3(id)).toBe(state);
    control.letFallDue(id);
    expect(await v3(id)).toBe(byDefault);
    for (const shown of [state, "overdue"]) {
      control.setSwitches({ [name]: shown });
      expect(await v3(id)).toBe(shown);
      const { body } = await books.get(`${books.invoices}?search[v3_status]=${shown}`);
      expect(at(body, "response.result.total")).toBe(1);
    }
  });

  it("and with a deposit is shown as its switch says", async () => {
    const id = newInvoice({ deposit_amount: { amount: "10.00" } });
    control.recordPayment(id, { amount: "10.00" });
    control.letFallDue(id);
    expect(await v3(id)).toBe("deposit-paid");
    control.setSwitches({ depositPastDue: "overdue" });
    expect(await v3(id)).toBe("overdue");
  });
});

describe("the day an invoice falls due", () => {
  // 02:00 in UTC is the day before in New York, and 03:00 of the same day in Berlin.
  it.each([
    ["business", "aB3dE9", "sent"],
    ["business", "Zz9Yy8", "overdue"],
    ["eastern", "Zz9Yy8", "sent"],
    ["utc", "aB3dE9", "overdue"],
  ] as const)("ends by the calendar %s in account %s", async (dayBoundary, accountId, expected) => {
    control.setSwitches({ dayBoundary });
    const verbs = control.forAccount(accountId);
    const client = verbs.createClient({ organization: "Acme" });
    const dates = { create_date: "2027-02-01", due_offset_days: 9, status: 2 };
    const id = numberAt(verbs.createInvoice({ customerid: client["id"], amount: "1", ...dates }), "id");
    control.moveClock({ setTo: "2027-02-11T02:00:00Z" });
    expect(await v3OfAccount(accountId, id)).toBe(expected);
  });

  async function v3OfAccount(accountId: string, id: number): Promise<unknown> {
    return at(await read(id, await openBooks(sandbox, { accountId })), "v3_status");
  }

  it.each([
    ["forward", "2027-03-13", "2027-03-14T04:59:59Z", "2027-03-14T05:00:00Z"],
    ["forward, a day on", "2027-03-14", "2027-03-15T03:59:59Z", "2027-03-15T04:00:00Z"],
    ["back", "2026-10-31", "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z"],
    ["back, a day on", "2026-11-01", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z"],
  ])("is right when the clocks go %s", async (_which, due, before, after) => {
    const id = newInvoice({ create_date: due, due_offset_days: 0 });
    control.moveClock({ setTo: before, frozen: true });
    books = await openBooks(sandbox);
    expect(await v3(id)).toBe("sent");
    control.moveClock({ setTo: after });
    expect(await v3(id)).toBe("overdue");
  });

  it("is found by the list as the clock passes it", async () => {
    newInvoice({ create_date: "2027-05-01", due_offset_days: 0 });
    const overdue = async () => {
      books = await openBooks(sandbox);
      const { body } = await books.get(`${books.invoices}?search[v3_status]=overdue`);
      return at(body, "response.result.total");
    };
    control.moveClock({ setTo: "2027-05-01T20:00:00Z" });
    expect(await overdue()).toBe(0);
    control.moveClock({ setTo: "2027-05-02T20:00:00Z" });
    expect(await overdue()).toBe(1);
  });
});

describe("falling due", () => {
  async function fall(overdue: "bumpsVersion" | "emits" | "silent") {
    control.moveClock({ setTo: "2027-04-01T12:00:00Z", frozen: true });
    books = await openBooks(sandbox);
    const id = newInvoice({ create_date: "2027-04-02", due_offset_days: 0 });
    newInvoice({ create_date: "2027-04-03", due_offset_days: 0 });
    const receiver = await startReceiver();
    const uri = `${receiver.url}/hook`;
    const made = await books.post(books.callbacks, { callback: { event: "invoice", uri } });
    const callbackId = numberAt(made.body, "response.result.callback.callbackid");
    const post = await eventually(() => receiver.received[0], "the handshake");
    const verifier = post.form.get("verifier");
    await books.put(`${books.callbacks}/${callbackId}`, { callback: { verifier } });
    const before = await read(id);
    control.setSwitches({ overdue });
    // 00:30 in New York on the day after it was due.
    control.moveClock({ setTo: "2027-04-03T04:30:00Z" });
    books = await openBooks(sandbox);
    return { id, receiver, before };
  }

  it("says nothing by default", async () => {
    const { id, receiver, before } = await fall("silent");
    expect(await v3(id)).toBe("overdue");
    control.markAsSent(id);
    await eventually(() => receiver.received[1], "the update that is told");
    expect(receiver.received.map((post) => post.form.get("name"))).toEqual([
      "callback.verify",
      "invoice.update",
    ]);
    expect(textAt(before, "v3_status")).toBe("sent");
    await receiver.stop();
  });

  it("is told night by night when the clock jumps over several, in new businesses too", () => {
    control.moveClock({ setTo: "2027-04-01T12:00:00Z", frozen: true });
    control.setSwitches({ overdue: "bumpsVersion" });
    const { business } = control.createBusiness({ name: "Far east", timeZone: "Asia/Tokyo" });
    const verbs = control.forAccount(business.accountId ?? "");
    const client = verbs.createClient({ organization: "Acme" });
    const ids = ["2027-04-01", "2027-04-03"].map((create_date) => {
      const dates = { create_date, due_offset_days: 0, status: 2 };
      return verbs.createInvoice({ customerid: client["id"], amount: "1", ...dates })["id"];
    });
    control.moveClock({ setTo: "2027-04-06T12:00:00Z" });
    const { invoices } = control.state(business.accountId ?? "");
    // Midnight in Tokyo is eleven in the morning of the day before in New York.
    expect(invoices.map(({ id, updated }) => [id, updated])).toEqual([
      [ids[0], "2027-04-01 11:00:00"],
      [ids[1], "2027-04-03 11:00:00"],
    ]);
  });

  it.each(["emits", "bumpsVersion"] as const)("%s, at midnight, for that invoice alone", async (overdue) => {
    const { id, receiver, before } = await fall(overdue);
    const told = await eventually(() => receiver.received[1], "the update at midnight");
    expect([told.form.get("name"), told.form.get("object_id")]).toEqual(["invoice.update", String(id)]);
    expect(receiver.received).toHaveLength(2);
    const hasMoved = at(await read(id), "version") !== at(before, "version");
    expect(hasMoved).toBe(overdue === "bumpsVersion");
    await receiver.stop();
  });
});
