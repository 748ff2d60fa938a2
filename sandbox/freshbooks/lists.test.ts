import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { api, at, listAt } from "../testing/call";
import type { Api } from "../testing/call";
import { freshBooksTokens } from "../testing/consent";

const CLIENTS = "/accounting/account/aB3dE9/users/clients";
const INVOICES = "/accounting/account/aB3dE9/invoices/invoices";

let sandbox: Sandbox;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { control } = sandbox.freshbooks;
  for (const name of ["Acme", "Beta", "Gamma"]) {
    const made = control.createClient({ organization: name, fname: name, email: `${name}@x.example` });
    for (const create_date of ["2026-01-10", "2026-03-10"]) {
      control.createInvoice({
        customerid: made["id"],
        create_date,
        due_offset_days: 5,
        amount: "10",
        status: 2,
      });
    }
  }
  const [first] = control.state().invoices;
  control.recordPayment(Number(first?.["id"]), { amount: "10" });
  const { access } = await freshBooksTokens(sandbox.freshbooks.url);
  client = api(sandbox.freshbooks.url, { authorization: `Bearer ${access}` });
});
afterAll(() => sandbox.stop());

async function names(query: string): Promise<unknown[]> {
  const answer = await client.get(`${CLIENTS}?${query}`);
  return listAt(answer.body, "response.result.clients").map((row) => at(row, "organization"));
}

async function total(query: string): Promise<unknown> {
  return at((await client.get(`${INVOICES}?${query}`)).body, "response.result.total");
}

describe("lists of clients", () => {
  it.each([
    ["", ["Gamma", "Beta", "Acme"]],
    ["search[email]=Beta@x.example", ["Beta"]],
    ["search[organization_like]=AM", ["Gamma"]],
    ["search[userids][]=310001&search[userids][]=310003", ["Gamma", "Acme"]],
    ["search%5Bfname_like%5D=acm", ["Acme"]],
    ["search[has_outstanding]=true", ["Gamma", "Beta", "Acme"]],
    ["search[has_overdue]=false", []],
    ["search[has_draft]=true", []],
    ["search[updated_min]=2000-01-01", ["Gamma", "Beta", "Acme"]],
    ["search[updated_max]=2000-01-01", []],
    ["sort=organization_name_asc", ["Acme", "Beta", "Gamma"]],
    ["sort=updated:asc", ["Acme", "Beta", "Gamma"]],
  ])("obey %s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(["search[organization]=Acme", "search[fname]=Acme", "search[nonsense]=1", "sort=nonsense_asc"])(
    "silently ignore %s",
    async (query) => {
      expect(await names(query)).toEqual(["Gamma", "Beta", "Acme"]);
    },
  );
});

describe("lists of invoices", () => {
  it.each([
    ["search[customerid]=310002", 2],
    ["search[v3_status]=overdue", 5],
    ["search[v3_status]=paid", 1],
    ["search[paid]=true", 1],
    ["search[outstanding]=true", 5],
    ["search[date_min]=2026-02-01", 3],
    ["search[date_max]=2026-01-10", 3],
    ["search[invoice_number]=0000003", 1],
    ["search[invoiceids][]=900001&search[invoiceids][]=900002", 2],
    ["search[status]=4", 6],
    ["search[statusid]=4", 6],
    ["search[payment_status]=paid", 6],
    ["search[create_date]=2026-01-10", 6],
  ])("count for %s is %i", async (query, expected) => {
    expect(await total(query)).toBe(expected);
  });

  it("come newest id first, by date only when asked for with the one key that works", async () => {
    const ids = async (query: string) =>
      listAt((await client.get(`${INVOICES}?${query}`)).body, "response.result.invoices").map((row) =>
        at(row, "id"),
      );
    const newestFirst = [900006, 900005, 900004, 900003, 900002, 900001];
    expect(await ids("")).toEqual(newestFirst);
    expect(await ids("sort=create_date_asc")).toEqual(newestFirst);
    expect(await ids("sort=invoice_date_asc")).toEqual([900005, 900003, 900001, 900006, 900004, 900002]);
  });

  it("page from 1, 15 by default, 100 at most, empty beyond the end with the true total", async () => {
    const page = async (query: string) =>
      at((await client.get(`${INVOICES}?${query}`)).body, "response.result");
    expect(await page("")).toMatchObject({ page: 1, pages: 1, per_page: 15, total: 6 });
    expect(await page("per_page=4")).toMatchObject({ pages: 2, per_page: 4 });
    expect(await page("per_page=5000")).toMatchObject({ per_page: 100 });
    expect(await page("page=0")).toMatchObject({ page: 1 });
    expect(await page("page=9&per_page=4")).toMatchObject({ page: 9, total: 6, invoices: [] });
    expect(await page("search[customerid]=1")).toMatchObject({ pages: 0, total: 0 });
  });
});

describe("clients", () => {
  it("need a name of some kind, and may share an email", async () => {
    const nameless = await client.post(CLIENTS, { client: { note: "x" } });
    expect([nameless.status, at(nameless.body, "response.errors.0.errno")]).toEqual([422, 7012]);
    const twin = await client.post(CLIENTS, { client: { email: "Beta@x.example" } });
    expect(twin.status).toBe(200);
    expect(at(twin.body, "response.result.client")).toMatchObject({
      organization: "",
      note: null,
      p_street: "",
    });
  });

  it("are deleted by vis_state, still answer by id, and leave the list", async () => {
    const made = await client.post(CLIENTS, { client: { organization: "Short-lived" } });
    const path = `${CLIENTS}/${String(at(made.body, "response.result.client.id"))}`;
    await client.put(path, { client: { vis_state: 1, organization: "dropped" } });
    const read = await client.get(path);
    expect(at(read.body, "response.result.client")).toMatchObject({
      vis_state: 1,
      organization: "Short-lived",
    });
    expect(await names("search[organization_like]=Short")).toEqual([]);
  });

  it("move their updated stamp when an invoice is made for them", async () => {
    const made = sandbox.freshbooks.control.createClient({ organization: "Stamp" });
    sandbox.freshbooks.control.advanceClock(5000);
    sandbox.freshbooks.control.createInvoice({ customerid: made["id"], amount: "1" });
    const read = await client.get(`${CLIENTS}/${String(made["id"])}`);
    expect(at(read.body, "response.result.client.updated")).not.toBe(made["updated"]);
  });
});

describe("a list that was asked for before", () => {
  async function invoicesBy(query: string): Promise<unknown[]> {
    const { body } = await client.get(`${INVOICES}?${query}`);
    return listAt(body, "response.result.invoices").map((row) => at(row, "notes"));
  }

  it("shows what came, changed, went, returned and moved to another client since", async () => {
    const { control } = sandbox.freshbooks;
    const [first, second] = ["First", "Second"].map((organization) =>
      Number(control.createClient({ organization })["id"]),
    );
    const queries = [`search[customerid]=${first}`, "per_page=1", "search[v3_status]=sent"];
    const seen = () => Promise.all(queries.map(invoicesBy));
    await seen();
    const id = Number(control.createInvoice({ customerid: first, amount: "1", status: 2, notes: "a" })["id"]);
    expect(await seen()).toEqual([["a"], ["a"], ["a"]]);
    control.updateInvoice(id, { notes: "b" });
    expect(await seen()).toEqual([["b"], ["b"], ["b"]]);
    control.deleteInvoice(id);
    expect([(await seen())[0], (await seen())[2]]).toEqual([[], []]);
    control.undeleteInvoice(id);
    control.updateInvoice(id, { customerid: second });
    expect(await seen()).toEqual([[], ["b"], ["b"]]);
    expect(await invoicesBy(`search[customerid]=${second}`)).toEqual(["b"]);
    control.recordPayment(id, { amount: "1" });
    expect(await invoicesBy("search[v3_status]=sent")).toEqual([]);
  });
});
