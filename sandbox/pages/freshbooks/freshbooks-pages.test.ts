import { parse } from "node-html-parser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../../start-sandbox";
import type { Sandbox } from "../../start-sandbox";
import { call } from "../../testing/call";
import { browse, texts } from "../testing/browse";

const HOSTILE = `<img src=x onerror="alert(1)"> & 'Co'`;

let sandbox: Sandbox;
const { open, post } = browse(() => sandbox.freshbooks.url);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.freshbooks.control.reset();
});

function makeClient(organization = "Acme"): number {
  return Number(sandbox.freshbooks.control.createClient({ organization })["id"]);
}

function makeInvoice(customerid: number, amount = "1500.00"): number {
  return Number(sandbox.freshbooks.control.createInvoice({ customerid, amount })["id"]);
}

describe("the owner's pages", () => {
  it("show names of any kind as text, on every page", async () => {
    const client = makeClient(HOSTILE);
    const invoice = makeInvoice(client);
    for (const path of [
      "/",
      "/clients",
      `/clients/${client}`,
      `/invoices/${invoice}`,
      "/?q=%22%3E%3Cimg+src=y%3E",
    ]) {
      const answer = await call(`${sandbox.freshbooks.url}${path}`);
      expect(answer.text, path).not.toMatch(/<img/);
    }
    expect(texts(await open("/"), "td a")).toContain(HOSTILE);
  });

  it("say so when there is nothing yet, and what to do", async () => {
    const page = await open("/");
    expect(page.text).toContain("No invoices yet.");
    expect(page.querySelector("main a[href='/clients']")).not.toBeNull();
  });

  it("page through long lists, newest first, and stop at the last page", async () => {
    const client = makeClient();
    for (let made = 0; made < 120; made += 1) makeInvoice(client);
    const first = await open("/");
    const last = await open("/?page=99");
    expect(texts(first, "tbody td:first-child a").at(0)).toBe("0000120");
    expect(texts(first, "tbody tr[data-key^=invoice]")).toHaveLength(50);
    expect(texts(last, "tbody tr[data-key^=invoice]")).toHaveLength(20);
    expect(last.text).toContain("101–120 of 120");
  });

  it("find by number, client and state", async () => {
    const acme = makeInvoice(makeClient("Acme"));
    const other = makeInvoice(makeClient("Zürcher AG"));
    sandbox.freshbooks.control.markAsSent(other);
    const rows = async (query: string) =>
      (await open(`/?${query}`))
        .querySelectorAll("tbody tr[data-key^=invoice]")
        .map((row) => row.getAttribute("data-key"));
    expect(await rows("q=z%C3%BCrch")).toEqual([`invoice-${other}`]);
    expect(await rows("q=0000001")).toEqual([`invoice-${acme}`]);
    expect(await rows("state=sent")).toEqual([`invoice-${other}`]);
    expect(await rows("q=z%C3%BCrch&state=draft")).toEqual([]);
  });

  it("add up by state and currency, never across currencies", async () => {
    const client = makeClient();
    makeInvoice(client, "0.10");
    makeInvoice(client, "0.20");
    const paid = makeInvoice(client, "1000000.00");
    sandbox.freshbooks.control.recordPayment(paid, { amount: "1000000.00" });
    sandbox.freshbooks.control.createInvoice({ customerid: client, amount: "5.00", currency_code: "EUR" });
    const page = await open("/");
    const rows = texts(page, "[aria-label='Table: totals by state and currency'] tbody tr");
    expect(rows).toEqual([
      "Draft 2 0.30 USD 0.30 USD",
      "Paid 1 1,000,000.00 USD 0.00 USD",
      "Draft 1 5.00 EUR 5.00 EUR",
    ]);
  });

  it("keep the books of each account apart, and know no others", async () => {
    makeInvoice(makeClient());
    const page = await open("/?account=Zz9Yy8");
    expect(page.querySelector(".switcher summary")?.text).toContain("Harbour Books");
    expect(page.text).toContain("No invoices yet.");
    expect((await call(`${sandbox.freshbooks.url}/?account=nobody`)).status).toBe(404);
    expect((await call(`${sandbox.freshbooks.url}/invoices/1`)).status).toBe(404);
  });
});

describe("acting as the owner", () => {
  it("creates a client and its first invoice from forms", async () => {
    const made = await post("/clients", {
      organization: "Acme",
      email: "",
      currency_code: "EUR",
      fname: "",
      lname: "",
      p_street: "",
      p_city: "",
      p_country: "",
    });
    expect([made.status, made.headers.get("location")]).toEqual([303, "/clients?did=client-created"]);
    expect(texts(await open("/clients?did=client-created"), "#notice")).toEqual([
      "Client created. It can be billed now.",
    ]);
    const id = String(sandbox.freshbooks.control.state().clients[0]?.["id"]);
    const invoice = {
      customerid: id,
      amount: "1500.00",
      currency_code: "EUR",
      due_offset_days: "14",
      notes: "",
    };
    expect((await post(`/clients/${id}/invoices`, invoice)).status).toBe(303);
    expect(sandbox.freshbooks.control.state().invoices).toMatchObject([
      { amount: { amount: "1500.00", code: "EUR" } },
    ]);
  });

  it("says at the field what is wrong, and keeps what was typed", async () => {
    const fields = {
      organization: `"Half" typed`,
      email: "nonsense",
      currency_code: "euro",
      fname: "",
      lname: "",
      p_street: "",
      p_city: "",
      p_country: "",
    };
    const answer = await post("/clients", fields);
    expect(answer.status).toBe(422);
    const page = parse(answer.text);
    expect(texts(page, ".wrong")).toEqual([
      "Write an e-mail address, or leave it empty.",
      "Write a currency code of three letters, such as EUR.",
    ]);
    expect(page.querySelector("#new-client-organization")?.getAttribute("value")).toBe(`"Half" typed`);
    expect(page.querySelector("#new-client-email")?.getAttribute("aria-describedby")).toBe(
      "new-client-email-note",
    );
    expect(sandbox.freshbooks.control.state().clients).toEqual([]);
  });

  it("passes on what the books themselves refuse", async () => {
    const id = makeInvoice(makeClient());
    const answer = await post(`/invoices/${id}/payments`, { amount: "0", kind: "payment" });
    expect(answer.status).toBe(422);
    expect(texts(parse(answer.text), ".wrong")).toEqual(["amount must be greater than zero."]);
  });

  it("walks an invoice through its life by buttons, each offered only where it makes sense", async () => {
    const id = makeInvoice(makeClient());
    const offered = async () => texts(await open(`/invoices/${id}`), "[aria-labelledby=acts-title] button");
    expect(await offered()).toContain("Mark as sent");
    for (const act of ["mark-as-sent", "view", "let-fall-due"]) {
      expect((await post(`/invoices/${id}/acts/${act}`)).headers.get("location")).toBe(
        `/invoices/${id}?did=${act}`,
      );
    }
    expect(texts(await open(`/invoices/${id}`), ".head .state")).toEqual(["Overdue"]);
    expect(await offered()).not.toContain("Mark as sent");
    await post(`/invoices/${id}/payments`, { amount: "500.00", kind: "payment" });
    await post(`/invoices/${id}/payments`, { amount: "1000.00", kind: "credit" });
    expect(texts(await open(`/invoices/${id}`), ".head .state")).toEqual(["Paid"]);
    await post(`/invoices/${id}/acts/delete`);
    expect(await offered()).toEqual(["Restore"]);
    expect((await call(`${sandbox.freshbooks.url}/invoices/${id}/acts/burn`)).status).toBe(404);
  });

  it("goes back only to pages of its own", async () => {
    const id = makeInvoice(makeClient());
    const away = await post(`/invoices/${id}/acts/mark-as-sent`, { back: "//evil.example/" });
    expect(away.headers.get("location")).toBe(`/invoices/${id}?did=mark-as-sent`);
    const home = await post(`/invoices/${id}/acts/view`, { back: "/?state=sent" });
    expect(home.headers.get("location")).toBe("/?state=sent&did=view");
  });

  it("takes no form from another site", async () => {
    const id = makeInvoice(makeClient());
    const headers = { origin: "https://evil.example" };
    const body = new URLSearchParams();
    const answer = await call(`${sandbox.freshbooks.url}/invoices/${id}/acts/delete`, {
      method: "POST",
      headers,
      body,
    });
    expect(answer.status).toBe(403);
    expect(sandbox.freshbooks.control.state().invoices[0]).toMatchObject({ vis_state: 0 });
  });
});

describe("callbacks", () => {
  it("are listed with their state, and can be taken away", async () => {
    expect((await open("/callbacks")).text).toContain("No app has registered a callback");
    expect((await post("/callbacks/1/delete")).headers.get("location")).toContain("/callbacks?refused=");
  });
});

describe("the first page", () => {
  it("leads to the other stand-in and says how to connect", async () => {
    const page = await open("/");
    expect(page.querySelector(`.landing a[href='${sandbox.pipedrive.url}']`)).not.toBeNull();
    expect(page.querySelector(".landing pre")?.text).toContain(
      `SANDBOX_FRESHBOOKS_URL=${sandbox.freshbooks.url}`,
    );
  });
});
