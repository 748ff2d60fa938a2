import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import type { BooksApi } from "../testing/books";
import { api, at, call } from "../testing/call";

let sandbox: Sandbox;
let books: BooksApi;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  books = await openBooks(sandbox);
});

function set(patch: Parameters<Sandbox["freshbooks"]["control"]["setSwitches"]>[0]): void {
  sandbox.freshbooks.control.setSwitches(patch);
}

const ITEM = {
  errno: 1012,
  field: "invoiceid",
  message: "Invoice not found.",
  object: "invoice",
  value: "1",
};

describe("a refusal of the accounting family", () => {
  it.each([
    ["classic", 404, { response: { errors: [ITEM] } }],
    ["object", 404, { response: { errors: ITEM } }],
    ["in200", 200, { response: { errors: [ITEM] } }],
    ["grpc", 404, { code: 5, details: [{ reason: "1012", metadata: { object: "invoice", value: "1" } }] }],
  ] as const)("can be %s", async (errorShape, status, body) => {
    set({ errorShape });
    const answer = await books.get(`${books.invoices}/1`);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(body);
    expect(answer.text).not.toContain("result");
  });

  it("names every wrong field", async () => {
    const answer = await books.post(books.invoices, {
      invoice: { create_date: "x", currency_code: "dollars" },
    });
    expect([answer.status, at(answer.body, "response.errors")]).toMatchObject([
      422,
      [
        { errno: 1001, field: "customerid" },
        { errno: 1004, field: "create_date" },
        { errno: 1004, field: "currency_code" },
      ],
    ]);
  });

  it("says what the plan does not have, with 200", async () => {
    set({ unavailableFeatures: ["credit_notes"] });
    const answer = await books.get(books.creditNotes);
    expect([answer.status, at(answer.body, "response.errors.0.errno")]).toEqual([200, 12_001]);
    expect((await books.get(books.invoices)).status).toBe(200);
  });

  it("can be a page of a proxy", async () => {
    const body = "<html><body>502 Bad Gateway</body></html>";
    sandbox.freshbooks.control.addFault({ path: "/accounting/*", status: 502, body });
    const answer = await books.get(books.invoices);
    expect([answer.status, answer.text]).toEqual([502, body]);
    expect(answer.headers.get("content-type")).toContain("text/html");
  });

  it("answers a body that is no JSON, and a path that leads nowhere", async () => {
    const broken = await call(`${sandbox.freshbooks.url}${books.invoices}`, {
      method: "POST",
      headers: { authorization: `Bearer ${books.access}` },
      body: "{",
    });
    expect([broken.status, at(broken.body, "response.errors.0.errno")]).toEqual([422, 1005]);
    expect((await books.get("/accounting/account/aB3dE9/nowhere")).status).toBe(404);
  });
});

describe("a call without a token that works", () => {
  const stranger = () => api(sandbox.freshbooks.url, { authorization: "Bearer spent" });

  it("is answered by family", async () => {
    expect((await stranger().get("/auth/api/v1/users/me")).body).toMatchObject({ error: "unauthenticated" });
    expect((await stranger().get(books.invoices)).body).toMatchObject({ error: "unauthenticated" });
    expect((await stranger().get(books.callbacks)).body).toMatchObject({ errno: 401 });
  });

  it("can be answered as in an older recording", async () => {
    set({ accountingUnauthenticated: "classic" });
    const answer = await stranger().get(books.invoices);
    expect([answer.status, at(answer.body, "response.errors.0.errno")]).toEqual([401, 1003]);
    expect((await stranger().get("/auth/api/v1/users/me")).body).toMatchObject({ error: "unauthenticated" });
  });
});

describe("pages", () => {
  it.each([
    ["page=0", { page: 1, pages: 3, per_page: 2, total: 5 }],
    ["page=-3", { page: 1 }],
    ["page=3", { page: 3 }],
    ["page=4", { page: 4, pages: 3, total: 5, clients: [] }],
    ["per_page=0", { per_page: 15 }],
    ["per_page=101", { per_page: 100 }],
    ["search[userid]=1", { page: 1, pages: 0, total: 0, clients: [] }],
  ])("with %s", async (query, expected) => {
    for (const name of ["A", "B", "C", "D", "E"])
      sandbox.freshbooks.control.createClient({ organization: name });
    const whole = query.startsWith("per_page") ? query : `per_page=2&${query}`;
    const { body } = await books.get(`${books.clients}?${whole}`);
    expect(at(body, "response.result")).toMatchObject(expected);
  });

  it.each([
    ["page=two", 1014],
    ["per_page=1.5", 1013],
  ])("are refused with %s", async (query, errno) => {
    const answer = await books.get(`${books.clients}?${query}`);
    expect([answer.status, at(answer.body, "response.errors.0.errno")]).toEqual([422, errno]);
  });
});

describe("rate windows", () => {
  const HEADERS = ["retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

  it("show themselves on successes only, or on refusals too", async () => {
    const seen = async () => {
      const { headers } = await books.get(`${books.invoices}/1`);
      return HEADERS.filter((name) => headers.has(name));
    };
    expect(await seen()).toEqual([]);
    set({ rateHeadersOnErrors: true });
    expect(await seen()).toEqual(HEADERS);
    expect((await books.get(books.invoices)).headers.get("x-api-version")).toBe("2023-02-20");
  });

  it("keep writes of the accounting family apart", async () => {
    const made = await books.post(books.clients, { client: { organization: "A" } });
    expect(made.headers.get("x-ratelimit-limit")).toBe("250");
    expect((await books.get(books.clients)).headers.get("x-ratelimit-limit")).toBe("600");
  });

  it("refuse with a page, and with no time to wait, where so switched", async () => {
    set({ rateLimitGeneral: 1, rateLimitBody: "html", retryAfterZero: true });
    await books.get(books.invoices);
    const refused = await books.get(books.invoices);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("content-type")).toContain("text/html");
    expect(refused.headers.get("retry-after")).toBe("0");
    expect(refused.headers.has("x-ratelimit-limit")).toBe(false);
  });

  it.each([
    ["token", 200, 200],
    ["account", 429, 200],
    ["app", 429, 429],
  ] as const)("are counted per %s", async (rateBucket, sameAccount, otherAccount) => {
    set({ rateLimitGeneral: 1, rateBucket });
    const colleague = await openBooks(sandbox, { identityId: 770003 });
    const elsewhere = await openBooks(sandbox, { identityId: 770002, accountId: "Zz9Yy8" });
    expect((await books.get(books.invoices)).status).toBe(200);
    expect((await colleague.get(colleague.invoices)).status).toBe(sameAccount);
    expect((await elsewhere.get(elsewhere.invoices)).status).toBe(otherAccount);
  });
});
