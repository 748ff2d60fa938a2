import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { at, listAt } from "../testing/call";
import { loadFixture } from "./testing/fixture";

/** How a list names what it found: the texts it is compared by here. */
type Nouns = "clients" | "credit_notes" | "invoices" | "payments";

let sandbox: Sandbox;
let books: BooksApi;

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.freshbooks.control.moveClock({ setTo: "2026-11-24T15:00:00Z", frozen: true });
  loadFixture(sandbox.freshbooks.control);
  books = await openBooks(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  const { control } = sandbox.freshbooks;
  control.setSwitches({ dateMaxInclusive: true, updatedMinHonoured: true, extraInTotal: 0 });
});

const NAME_OF: Readonly<Record<Nouns, string>> = {
  clients: "organization",
  invoices: "notes",
  payments: "note",
  credit_notes: "notes",
};

async function names(noun: Nouns, query: string): Promise<unknown[]> {
  const path = noun === "credit_notes" ? books.creditNotes : books[noun];
  const { body } = await books.get(`${path}?per_page=100&${query}`);
  return listAt(body, `response.result.${noun}`).map((row) => at(row, NAME_OF[noun]));
}

const ALL_CLIENTS = ["Gamma", "Beta", "Alpha"];
const ALL_INVOICES = ["archived", "late", "half", "paid", "draft", "sent"];
const ALL_PAYMENTS = ["by card", "in part", "in full"];

describe("clients", () => {
  it.each([
    ["", ALL_CLIENTS],
    ["search[email]=b@beta.example", ["Beta"]],
    ["search[email_like]=EXAMPLE", ALL_CLIENTS],
    ["search[organization_like]=ph", ["Alpha"]],
    ["search[fname_like]=ann", ["Alpha"]],
    ["search[lname_like]=ode", ["Alpha"]],
    ["search[address_like]=berlin", ["Beta"]],
    ["search[note_like]=gold", ["Gamma"]],
    ["search[phone_like]=555", ["Beta"]],
    ["search[user_like]=gamma", ["Gamma"]],
    ["search[userid]=310002", ["Beta"]],
    ["search[userid]=nonsense", []],
    ["search[userids][]=310001&search[userids][]=310003", ["Gamma", "Alpha"]],
    ["search[has_draft]=true", ["Gamma", "Alpha"]],
    ["search[has_outstanding]=true", ["Beta", "Alpha"]],
    ["search[has_outstanding]=false", ["Gamma"]],
    ["search[has_overdue]=true", ["Beta"]],
    ["search[has_credit]=true", ["Gamma"]],
    ["search[updated_min]=2026-11-24", ALL_CLIENTS],
    ["search[updated_min]=2026-11-25", []],
    ["search[updated_max]=2026-11-24", []],
    ["search[updated_max]=2026-11-25", ALL_CLIENTS],
    ["search[updated_min]=not-a-day", ALL_CLIENTS],
    ["search[vis_state]=1", ["Deleted"]],
    ["search[vis_state]=0&search[email_like]=beta", ["Beta"]],
    ["sort=organization_name_desc", ["Gamma", "Beta", "Alpha"]],
    ["sort=organization_name_asc", ["Alpha", "Beta", "Gamma"]],
    ["sort=email_asc", ["Alpha", "Beta", "Gamma"]],
    ["sort=fullname_asc", ["Gamma", "Beta", "Alpha"]],
    ["sort=client_id_asc", ["Alpha", "Beta", "Gamma"]],
    ["sort=outstanding_desc", ["Beta", "Alpha", "Gamma"]],
    ["sort=overdue_desc", ["Beta", "Gamma", "Alpha"]],
    ["sort=credit_desc", ["Gamma", "Beta", "Alpha"]],
    ["sort=updated:asc", ["Alpha", "Beta", "Gamma"]],
  ])("obey %s", async (query, expected) => {
    expect(await names("clients", query)).toEqual(expected);
  });

  it.each([
    "search[fname]=Ann",
    "search[organization]=Alpha",
    "search[x]=1",
    "sort=x_asc",
    "sort=organization",
  ])("ignore %s", async (query) => {
    expect(await names("clients", query)).toEqual(ALL_CLIENTS);
  });
});

describe("invoices", () => {
  it.each([
    ["", ALL_INVOICES],
    ["search[customerid]=310001", ["draft", "sent"]],
    ["search[customerids][]=310001&search[customerids][]=310003", ["archived", "paid", "draft", "sent"]],
    ["search[v3_status]=overdue", ["late"]],
    ["search[v3_status]=partial", ["half"]],
    ["search[v3_status]=draft", ["archived", "draft"]],
    ["search[v3_status]=unheard-of", []],
    ["search[paid]=true", ["paid"]],
    ["search[paid]=false", ["archived", "late", "half", "draft", "sent"]],
    ["search[outstanding]=true", ["archived", "late", "half", "draft", "sent"]],
    ["search[outstanding]=1&search[customerid]=310002", ["late", "half"]],
    ["search[date_min]=2026-11-10", ["archived", "draft", "sent"]],
    ["search[date_max]=2026-11-10", ["late", "half", "paid", "sent"]],
    ["search[invoiceid]=900002", ["draft"]],
    ["search[invoiceids][]=900001&search[invoiceids][]=900003", ["paid", "sent"]],
    ["search[invoice_number]=0000003", ["paid"]],
    ["search[invoice_number_like]=003", ["paid"]],
    ["search[updated_min]=2026-11-25", []],
    ["search[vis_state]=1", ["deleted"]],
    ["search[vis_state]=2", ["archived"]],
    ["search[vis_state][]=1&search[vis_state][]=2", ["deleted", "archived"]],
    ["sort=invoice_date_asc", ["half", "late", "paid", "sent", "archived", "draft"]],
    ["sort=invoice_date_desc", ["archived", "draft", "sent", "paid", "late", "half"]],
    ["sort=updated:asc", ["sent", "draft", "paid", "half", "late", "archived"]],
  ])("obey %s", async (query, expected) => {
    expect(await names("invoices", query)).toEqual(expected);
  });

  it.each([
    "search[status]=4",
    "search[statusid]=4",
    "search[payment_status]=paid",
    "search[create_date]=2026-11-10",
    "search[create_date_min]=2026-11-10",
    "search[updated_since]=2026-11-25",
    "sort=updated_desc",
    "sort=create_date_asc",
    "sort=date_asc",
  ])("ignore %s", async (query) => {
    expect(await names("invoices", query)).toEqual(ALL_INVOICES);
  });
});

describe("payments and credit notes", () => {
  it.each([
    ["", ALL_PAYMENTS],
    ["search[invoiceid]=900003", ["by card", "in full"]],
    ["search[clientid]=310002", ["in part"]],
    ["search[date_min]=2026-11-12", ["by card", "in part"]],
    ["search[date_max]=2026-11-12", ["in part", "in full"]],
    ["search[updated_min]=2026-11-25", []],
    ["search[updated_max]=2026-11-25", ALL_PAYMENTS],
    ["search[vis_state]=1", ["taken back"]],
    ["search[type]=Cash", ALL_PAYMENTS],
  ])("payments: %s", async (query, expected) => {
    expect(await names("payments", query)).toEqual(expected);
  });

  it.each([
    ["", ["second", "first"]],
    ["search[clientid]=310002", ["second"]],
    ["search[date_min]=2026-11-15", ["second"]],
    ["search[date_max]=2026-11-15", ["first"]],
    ["search[client_id]=310002", ["second", "first"]],
    ["search[create_date]=2026-11-20", ["second", "first"]],
  ])("credit notes: %s", async (query, expected) => {
    expect(await names("credit_notes", query)).toEqual(expected);
  });
});

describe("what the facts leave open", () => {
  it("date_max may leave out the day itself", async () => {
    sandbox.freshbooks.control.setSwitches({ dateMaxInclusive: false });
    expect(await names("invoices", "search[date_max]=2026-11-10")).toEqual(["late", "half", "paid"]);
    expect(await names("payments", "search[date_max]=2026-11-12")).toEqual(["in full"]);
    expect(await names("credit_notes", "search[date_max]=2026-11-01")).toEqual([]);
  });

  it("updated_min may filter nothing", async () => {
    sandbox.freshbooks.control.setSwitches({ updatedMinHonoured: false });
    expect(await names("invoices", "search[updated_min]=2030-01-01")).toEqual(ALL_INVOICES);
    expect(await names("clients", "search[updated_max]=2000-01-01")).toEqual([]);
  });

  it("total may count rows that nobody can read", async () => {
    sandbox.freshbooks.control.setSwitches({ extraInTotal: 16 });
    const { body } = await books.get(`${books.invoices}?per_page=10&page=2`);
    expect(at(body, "response.result")).toMatchObject({ total: 22, pages: 3, page: 2, invoices: [] });
  });
});

describe("includes", () => {
  it("show a client's balances per currency, contacts and last activity, and nothing unknown", async () => {
    const kinds = ["outstanding", "overdue", "draft", "grand_total", "credit"];
    const query = [...kinds.map((kind) => `${kind}_balance`), "contacts", "last_activity", "nonsense"]
      .map((name) => `include[]=${name}`)
      .join("&");
    const { body } = await books.get(`${books.clients}/310002?${query}`);
    const client = at(body, "response.result.client");
    expect(client).toMatchObject({
      outstanding_balance: [{ amount: { amount: "130.00", code: "EUR" } }],
      overdue_balance: [{ amount: { amount: "50.00", code: "EUR" } }],
      draft_balance: [],
      grand_total_balance: [{ amount: { amount: "150.00", code: "EUR" } }],
      credit_balance: [],
      contacts: [{ fname: "Bo", email: "bo@beta.example", userid: 310002 }],
      last_activity: "2026-11-24 10:00:00",
    });
    expect(client).not.toHaveProperty("nonsense");
    expect(
      at((await books.get(`${books.clients}/310002`)).body, "response.result.client"),
    ).not.toHaveProperty("contacts");
  });

  it("show an invoice's lines, owner, system, presentation and contacts, in lists too", async () => {
    const names = ["lines", "owner", "system", "presentation", "contacts", "allowed_gateways", "nonsense"];
    const query = names.map((name) => `include[]=${name}`).join("&");
    const { body } = await books.get(`${books.invoices}?search[invoiceid]=900004&${query}`);
    const [invoice] = listAt(body, "response.result.invoices");
    expect(invoice).toMatchObject({
      lines: [{ name: "Services", amount: { amount: "100.00", code: "EUR" }, invoiceid: 900004 }],
      system: { accountid: "aB3dE9" },
      contacts: [{ fname: "Bo" }],
      allowed_gateways: [],
    });
    expect(invoice).toHaveProperty("owner");
    expect(invoice).not.toHaveProperty("nonsense");
  });
});
