import fc from "fast-check";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { VendorError } from "../http/vendor-error";
import { createFreshbooksClient } from "./client";
import type { FreshbooksClient } from "./client";
import { recordedClient, recordedInvoice, recordedPayment } from "./fixtures/recorded";
import { fetchIdentity } from "./identity";
import { exchangeCode } from "./oauth";

const deps = { clock: { now: () => new Date(0) }, log: pino({ level: "silent" }) };

function answering(body: string, status = 200) {
  return () => Promise.resolve(new Response(body, { status }));
}

function clientAnswered(body: string, status: number): FreshbooksClient {
  return createFreshbooksClient({
    baseUrl: "https://api.example",
    accountId: "aB3dE9",
    accessToken: () => Promise.resolve("t"),
    fetch: answering(body, status),
    ...deps,
  });
}

const reads: ((client: FreshbooksClient) => Promise<unknown>)[] = [
  (client) => client.getInvoice("1"),
  (client) => client.getClient("1"),
  (client) => client.getPayment("1"),
  (client) => client.getCreditNote("1"),
  (client) => client.listInvoices({ page: 1 }),
  (client) => client.listClients({ page: 1 }),
  (client) => client.listCallbacks(),
  (client) => client.createCallback({ event: "invoice", uri: "https://x.example" }),
];

/** Whole records with one field turned into anything: the likeliest kind of garbage. */
const records = fc
  .tuple(
    fc.constantFrom(
      ["invoice", recordedInvoice] as const,
      ["client", recordedClient] as const,
      ["payment", recordedPayment] as const,
    ),
    fc.nat(),
    fc.jsonValue(),
  )
  .map(([[key, record], seed, value]) => {
    const names = Object.keys(record);
    return { [key]: { ...record, [names[seed % names.length] ?? ""]: value } };
  });

const bodies = fc.oneof(
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("latin1")),
  fc.json(),
  fc.jsonValue().map((result) => JSON.stringify({ response: { result } })),
  records.map((result) => JSON.stringify({ response: { result } })),
);
/** 502 and 503 are left out only because they are asked again after a pause. */
const statuses = fc.constantFrom(200, 201, 301, 400, 401, 403, 404, 410, 418, 422, 429, 500);

async function endsWell(act: () => Promise<unknown>): Promise<void> {
  const error: unknown = await act().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(VendorError);
}

describe("whatever FreshBooks answers", () => {
  it("is a result or a VendorError", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, statuses, fc.constantFrom(...reads), async (body, status, read) => {
        await endsWell(() => read(clientAnswered(body, status)));
      }),
      { numRuns: 600 },
    );
  });

  it("is an identity, a grant or a VendorError", async () => {
    const app = {
      clientId: "i",
      clientSecret: "s",
      redirectUri: "https://a.example",
      apiUrl: "https://api.example",
    };
    await fc.assert(
      fc.asyncProperty(bodies, statuses, async (body, status) => {
        const fetch = answering(body, status);
        const accessToken = () => Promise.resolve("t");
        await endsWell(() => fetchIdentity({ baseUrl: "https://api.example", accessToken, fetch, ...deps }));
        await endsWell(() => exchangeCode(app, { fetch, ...deps }, "code"));
      }),
    );
  });

  it("never loses a readable row for an unreadable one beside it", async () => {
    const rows = [
      recordedInvoice,
      { ...recordedInvoice, id: 7, amount: "broken" },
      { ...recordedInvoice, id: 8 },
    ];
    const body = JSON.stringify({ response: { result: { invoices: rows, page: 1, pages: 3, total: 9 } } });
    const page = await clientAnswered(body, 200).listInvoices({ page: 1 });
    expect(page.items.map(({ id }) => id)).toEqual(["900042", "8"]);
    expect(page.unreadable.map(({ id }) => id)).toEqual(["7"]);
    expect(page.unreadable[0]?.problem).toContain("amount");
  });
});
