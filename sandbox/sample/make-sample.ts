import type { BookClient, Books } from "../freshbooks/books";
import { coursesFor } from "./course";
import { cumulate, Draw } from "./draw";
import { drawClient } from "./sample-client";
import type { SampleClient } from "./sample-client";
import { drawInvoice } from "./sample-invoice";
import type { SampleInvoice, Setting } from "./sample-invoice";
import { WorkDays } from "./work-days";

/** What a sample is made of, and as of when. */
export interface SampleRequest {
  readonly invoices: number;
  readonly seed: number;
  readonly nowMs: number;
  /** `YYYY-MM-DD` of `nowMs` where the books are kept. */
  readonly today: string;
  /** Decimal places of a currency. */
  readonly placesOf: (code: string) => number;
}

const DAY_MS = 86_400_000;

function drawClients(draw: Draw, invoices: number): SampleClient[] {
  const emails: string[] = [];
  return Array.from({ length: Math.ceil(1.2 * invoices ** 0.74) }, () => drawClient(draw, emails));
}

/** Few clients have many invoices and many have few: the weight falls with nearly the rank. */
function drawInvoices(
  draw: Draw,
  clients: readonly SampleClient[],
  request: SampleRequest,
  setting: Setting,
): SampleInvoice[] {
  const weights = cumulate(clients.map((_, rank) => (rank + 2) ** -0.9));
  const rows = draw.shuffled(coursesFor(request.invoices)).map((course) => {
    const row = draw.weighted(weights);
    const client = clients[row];
    if (client === undefined) throw new RangeError("A sample needs clients.");
    return drawInvoice(draw, course, { ...client, row }, setting);
  });
  return rows.sort((left, right) => left.invoice.createdMs - right.invoice.createdMs);
}

/** When each client signed up: before its first invoice, or at any time if it has none. */
function signUps(draw: Draw, count: number, invoices: readonly SampleInvoice[], nowMs: number): number[] {
  const firstMs = new Map<number, number>();
  for (const { clientRow, invoice } of invoices) {
    if (!firstMs.has(clientRow)) firstMs.set(clientRow, invoice.createdMs);
  }
  return Array.from({ length: count }, (_, row) => {
    const before = firstMs.get(row) ?? nowMs - draw.int(0, 1000) * DAY_MS;
    return before - draw.int(60, 30 * 86_400) * 1000;
  });
}

/**
 * Believable books of a small firm with clients all over the world: three years of invoices up to today, in every
 * state there is. Pure: the same request gives the same books.
 */
export function makeSample(request: SampleRequest): Books {
  const draw = new Draw(request.seed);
  const setting = { days: new WorkDays(request.today), nowMs: request.nowMs, placesOf: request.placesOf };
  const clients = drawClients(draw, request.invoices);
  const invoices = drawInvoices(draw, clients, request, setting);
  const signedUp = signUps(draw, clients.length, invoices, request.nowMs);
  const rows = clients.map(({ fields, visState }, row) => {
    const createdMs = signedUp[row] ?? request.nowMs;
    return { row, client: { fields, visState, createdMs, updatedMs: createdMs } satisfies BookClient };
  });
  rows.sort((left, right) => left.client.createdMs - right.client.createdMs);
  const placeOf = new Map(rows.map(({ row }, place) => [row, place]));
  const payments = invoices.flatMap((row, place) =>
    row.payments.map((payment) => ({ ...payment, invoice: place })),
  );
  return {
    clients: rows.map(({ client }) => client),
    invoices: invoices.map(({ clientRow, invoice }) => ({ ...invoice, client: placeOf.get(clientRow) ?? 0 })),
    payments: payments.sort((left, right) => left.updatedMs - right.updatedMs),
  };
}
