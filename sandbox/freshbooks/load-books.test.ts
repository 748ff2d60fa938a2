import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { openBooks } from "../testing/books";
import { api, at, listAt } from "../testing/call";
import type { Books } from "./books";
import { ownerFor } from "./guard";
import { BrokenBooksError, loadBooks } from "./load-books";
import { createWorld, ledgerOf } from "./world";

const NOW_MS = Date.UTC(2026, 10, 24);

const BOOKS: Books = {
  clients: [{ fields: { organization: "東京" }, visState: 0, createdMs: NOW_MS, updatedMs: NOW_MS }],
  invoices: [
    {
      client: 0,
      createDate: "2026-11-02",
      dueOffsetDays: 30,
      currencyCode: "USD",
      lines: [{ name: "Work", qty: "3", unitCost: "33.33", taxName: "VAT", taxPercent: "19" }],
      progress: "sent",
      visState: 0,
      createdMs: NOW_MS,
      updatedMs: NOW_MS,
    },
  ],
  payments: [
    { invoice: 0, amount: "118.99", date: "2026-11-10", type: "Cash", visState: 0, updatedMs: NOW_MS },
  ],
};

function emptyWorld() {
  return createWorld({ app: { clientId: "a", clientSecret: "b" }, seed: 1 });
}

describe("a set of books", () => {
  it("is entered whole, each record under its own id, its sums as computed", () => {
    const world = emptyWorld();
    const actor = ownerFor(world, "aB3dE9");
    expect(loadBooks(world, actor, BOOKS)).toEqual({ clients: 1, invoices: 1, payments: 1 });
    loadBooks(world, actor, BOOKS);
    const { invoices, clients, payments } = ledgerOf(world, "aB3dE9");
    expect(invoices.rows.map(({ id, dueDate }) => [id, dueDate])).toEqual([
      [900001, "2026-12-02"],
      [900002, "2026-12-02"],
    ]);
    expect([clients.rows.length, payments.get(312002)?.invoiceId]).toEqual([2, 900002]);
    world.clock.stop();
  });

  it("is refused when it names what it does not hold, and nothing of it is entered", () => {
    const world = emptyWorld();
    const actor = ownerFor(world, "aB3dE9");
    const broken = { ...BOOKS, payments: BOOKS.payments.map((payment) => ({ ...payment, invoice: 5 })) };
    expect(() => loadBooks(world, actor, broken)).toThrow(BrokenBooksError);
    expect(ledgerOf(world, "aB3dE9").clients.rows).toEqual([]);
    world.clock.stop();
  });
});

describe("sample data", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => {
    sandbox.freshbooks.control.reset();
    sandbox.freshbooks.control.moveClock({ setTo: "2026-11-24T15:00:00Z", frozen: true });
  });

  it("fills an account by one call, and an app reads it page by page", async () => {
    const control = api(`${sandbox.freshbooks.url}/_control`);
    const made = await control.post("/sample?account=Zz9Yy8", { invoices: 230, seed: 7 });
    expect(made.body).toMatchObject({ invoices: 230 });
    expect(sandbox.freshbooks.control.state("aB3dE9").invoices).toEqual([]);
    const books = await openBooks(sandbox, { accountId: "Zz9Yy8" });
    const ids = new Set<unknown>();
    for (const page of [1, 2, 3]) {
      const { body } = await books.get(`${books.invoices}?per_page=100&page=${page}`);
      for (const row of listAt(body, "response.result.invoices")) ids.add(at(row, "id"));
    }
    const deleted = await books.get(`${books.invoices}?search[vis_state]=1`);
    expect(ids.size + Number(at(deleted.body, "response.result.total"))).toBe(230);
  });

  it("is the same for the same seed, and another for another", () => {
    const { control } = sandbox.freshbooks;
    const loaded = (seed: number) => {
      control.reset();
      control.moveClock({ setTo: "2026-11-24T15:00:00Z", frozen: true });
      control.loadSample({ invoices: 20, seed });
      return JSON.stringify(control.state().invoices);
    };
    const first = loaded(3);
    expect(loaded(3)).toBe(first);
    expect(loaded(4)).not.toBe(first);
  });

  it.each([{ invoices: 0 }, { invoices: 100_001 }, {}])("is refused for %j", async (input) => {
    const answer = await api(`${sandbox.freshbooks.url}/_control`).post("/sample", input);
    expect(answer.status).toBe(400);
  });
});
