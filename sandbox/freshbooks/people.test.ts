import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import { api, at, listAt, numberAt, textAt } from "../testing/call";
import type { Answer, Api } from "../testing/call";

const CLEO = 770002;
const EMIL = 770003;

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

async function me(identityId: number): Promise<Answer> {
  return (await openBooks(sandbox, { identityId })).get("/auth/api/v1/users/me");
}

describe("a person with the role client on an account", () => {
  it("has all scopes and is still denied every write", async () => {
    const books = await openBooks(sandbox, { identityId: CLEO, accountId: "Zz9Yy8" });
    const made = sandbox.freshbooks.control.forAccount("Zz9Yy8").createClient({ organization: "Acme" });
    for (const answer of [
      await books.post(books.clients, { client: { organization: "X" } }),
      await books.put(`${books.clients}/${String(made["id"])}`, { client: { organization: "X" } }),
      await books.post(books.invoices, { invoice: {} }),
      await books.post(books.payments, { payment: {} }),
      await books.post(books.creditNotes, { credit_notes: {} }),
    ]) {
      expect(answer.status).toBe(403);
      expect(at(answer.body, "response.errors.0")).toMatchObject({
        errno: 1003,
        message: "Permission Denied",
      });
    }
    expect((await books.get(books.clients)).status).toBe(200);
    expect(at((await me(CLEO)).body, "response.roles")).toMatchObject([
      { role: "client", accountid: "Zz9Yy8" },
    ]);
  });
});

describe("an employee", () => {
  it("is a contractor elsewhere, in a membership that lacks address, phone number and clients", async () => {
    const memberships = listAt((await me(EMIL)).body, "response.business_memberships");
    expect(memberships.map((membership) => at(membership, "role"))).toEqual([
      "business_employee",
      "contractor",
    ]);
    const [whole, sparse] = memberships.map((membership) => at(membership, "business"));
    for (const key of ["address", "phone_number", "business_clients"]) {
      expect(whole).toHaveProperty(key);
      expect(sparse).not.toHaveProperty(key);
    }
  });

  it("does not reach accounts that are not theirs", async () => {
    const { business } = sandbox.freshbooks.control.createBusiness({ name: "Elsewhere" });
    const books = await openBooks(sandbox, { identityId: EMIL, accountId: business.accountId ?? "" });
    expect((await books.get(books.invoices)).status).toBe(404);
  });
});

describe("new businesses", () => {
  it("come with a new person, who signs in and sees it", async () => {
    const made = await control.post("/businesses", {
      name: "Kaiyō",
      timeZone: "Asia/Tokyo",
      currencyCode: "JPY",
      countryCode: "JP",
    });
    const identityId = numberAt(made.body, "identity.id");
    const accountId = textAt(made.body, "business.accountId");
    expect(at((await me(identityId)).body, "response.business_memberships")).toMatchObject([
      {
        role: "owner",
        business: {
          name: "Kaiyō",
          account_id: accountId,
          timezone: "Asia/Tokyo",
          billing_country_code: "JP",
        },
      },
    ]);
    await control.post(`/clients?account=${accountId}`, { organization: "東京" });
    const books = await openBooks(sandbox, { identityId, accountId });
    const clients = await books.get(books.clients);
    expect(at(clients.body, "response.result.clients")).toMatchObject([
      { organization: "東京", currency_code: "JPY" },
    ]);
  });

  it("can go to a person who is there, without accounting, in any role", async () => {
    const made = await control.post("/businesses", {
      name: "No books",
      hasAccounting: false,
      role: "business_partner",
      identityId: CLEO,
    });
    expect(at(made.body, "business.accountId")).toBeNull();
    const memberships = listAt((await me(CLEO)).body, "response.business_memberships");
    expect(memberships[1]).toMatchObject({ role: "business_partner", business: { account_id: null } });
    const listed = await control.get("/businesses");
    expect(listAt(listed.body, "businesses")).toHaveLength(7);
  });

  it.each([
    ["no name", { name: "" }, 400],
    ["a time zone that is none", { name: "A", timeZone: "Mars/Olympus" }, 400],
    ["a person who is not there", { name: "A", identityId: 1 }, 404],
    ["an unknown field", { name: "A", colour: "red" }, 400],
  ])("are refused with %s", async (_what, input, status) => {
    expect((await control.post("/businesses", input)).status).toBe(status);
  });

  it("are gone after a reset", async () => {
    const { business } = sandbox.freshbooks.control.createBusiness({ name: "Gone" });
    await control.post("/reset");
    const answer = await control.post(`/clients?account=${business.accountId ?? ""}`, { organization: "A" });
    expect(answer.status).toBe(404);
    expect(listAt((await control.get("/businesses")).body, "businesses")).toHaveLength(6);
  });
});

describe("accounts", () => {
  it("keep their books apart, each with its own control verbs and state", async () => {
    const { control: verbs } = sandbox.freshbooks;
    const here = verbs.createClient({ organization: "Here" });
    const there = verbs.forAccount("Zz9Yy8").createClient({ organization: "There" });
    expect(here["id"]).not.toBe(there["id"]);
    const books = await openBooks(sandbox);
    expect((await books.get(`${books.clients}/${String(there["id"])}`)).status).toBe(404);
    expect(verbs.state("Zz9Yy8").clients).toMatchObject([{ organization: "There" }]);
    const state = await control.get("/state?account=aB3dE9");
    expect(at(state.body, "clients")).toMatchObject([{ organization: "Here" }]);
    expect(verbs.state().clients).toHaveLength(2);
  });

  it("can number their records each by itself, so that ids recur", async () => {
    const { control: verbs } = sandbox.freshbooks;
    verbs.setSwitches({ idsSharedAcrossAccounts: true });
    const ids = ["aB3dE9", "Zz9Yy8"].map((accountId) => {
      const client = verbs.forAccount(accountId).createClient({ organization: accountId });
      const invoice = verbs.forAccount(accountId).createInvoice({ customerid: client["id"], amount: "1" });
      return [client["id"], invoice["id"]];
    });
    expect(ids[0]).toEqual(ids[1]);
    verbs.setSwitches({ idsSharedAcrossAccounts: false });
    const client = verbs.createClient({ organization: "third" });
    expect(client["id"]).not.toBe(ids[0]?.[0]);
    const books = await openBooks(sandbox, { accountId: "Zz9Yy8" });
    const read = await books.get(`${books.clients}/${String(ids[1]?.[0])}`);
    expect(at(read.body, "response.result.client.organization")).toBe("Zz9Yy8");
  });

  it("lose a callback that their owner takes away", async () => {
    const books = await openBooks(sandbox);
    const made = await books.post(books.callbacks, {
      callback: { event: "invoice", uri: "http://127.0.0.1:9/hook" },
    });
    const id = numberAt(made.body, "response.result.callback.callbackid");
    expect((await control.del(`/callbacks/${id}?account=Zz9Yy8`)).status).toBe(404);
    expect((await control.del(`/callbacks/${id}`)).status).toBe(200);
    expect((await books.get(`${books.callbacks}/${id}`)).status).toBe(404);
  });
});
