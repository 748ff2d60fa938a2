import Big from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { BookInvoice, BookLine, Books } from "../freshbooks/books";
import { addDays } from "../lib/zone-time";
import { makeSample } from "./make-sample";
import type { SampleRequest } from "./make-sample";

const TODAY = "2026-11-24";
const NOW_MS = Date.parse(`${TODAY}T15:00:00Z`);
const PLACES = new Map([
  ["JPY", 0],
  ["KRW", 0],
  ["KWD", 3],
]);

function placesOf(code: string): number {
  return PLACES.get(code) ?? 2;
}

const requests: fc.Arbitrary<SampleRequest> = fc
  .record({ invoices: fc.integer({ min: 1, max: 400 }), seed: fc.integer() })
  .map((drawn) => ({ ...drawn, nowMs: NOW_MS, today: TODAY, placesOf }));

function holds(check: (books: Books, request: SampleRequest) => void): void {
  fc.assert(
    fc.property(requests, (request) => {
      check(makeSample(request), request);
    }),
    { numRuns: 40 },
  );
}

function lineTotal(line: BookLine, invoice: BookInvoice): Big {
  const places = placesOf(invoice.currencyCode);
  const gross = new Big(line.qty).times(line.unitCost).round(places);
  const net = gross.minus(
    gross
      .times(invoice.discountPercent ?? "0")
      .div(100)
      .round(places),
  );
  return net.plus(
    net
      .times(line.taxPercent ?? "0")
      .div(100)
      .round(places),
  );
}

function totalOf(invoice: BookInvoice): Big {
  return invoice.lines.reduce((sum, line) => sum.plus(lineTotal(line, invoice)), new Big(0));
}

function paidOn(books: Books, place: number): Big {
  const live = books.payments.filter(({ invoice, visState }) => invoice === place && visState === 0);
  return live.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}

function isPaidInPart({ autoBill, depositAmount, visState }: BookInvoice): boolean {
  return autoBill === undefined && depositAmount === undefined && visState === 0;
}

describe("a sample", () => {
  it("is the same for the same seed, and another for another", () => {
    holds((books, request) => {
      expect(JSON.stringify(makeSample(request))).toBe(JSON.stringify(books));
      expect(JSON.stringify(makeSample({ ...request, seed: request.seed + 1 }))).not.toBe(
        JSON.stringify(books),
      );
    });
  });

  it("has as many invoices as asked for, oldest first, each of a client that was there before it", () => {
    holds((books, { invoices }) => {
      expect(books.invoices).toHaveLength(invoices);
      for (const [place, invoice] of books.invoices.entries()) {
        expect(books.clients[invoice.client]?.createdMs).toBeLessThan(invoice.createdMs);
        expect(invoice.createdMs).toBeGreaterThanOrEqual(books.invoices[place - 1]?.createdMs ?? 0);
        expect(invoice.createdMs).toBeLessThanOrEqual(invoice.updatedMs);
        expect(invoice.updatedMs).toBeLessThanOrEqual(NOW_MS);
        expect(invoice.createDate <= TODAY && invoice.createDate > "2023-11-24").toBe(true);
      }
    });
  });

  it("adds up: every invoice comes to something, and what is paid on it is never more", () => {
    holds((books) => {
      for (const [place, invoice] of books.invoices.entries()) {
        const total = totalOf(invoice);
        expect(total.gt(0)).toBe(true);
        expect(paidOn(books, place).lte(total)).toBe(true);
        if (invoice.progress === "draft") expect(paidOn(books, place).eq(0)).toBe(true);
        if (invoice.autoBill === "success") expect(paidOn(books, place).eq(total)).toBe(true);
      }
    });
  });

  it("writes amounts with the places of their currency, and pays between the invoice's day and today", () => {
    holds((books) => {
      for (const { invoice: place, amount, date } of books.payments) {
        const invoice = books.invoices[place];
        expect(new Big(amount).toFixed(placesOf(invoice?.currencyCode ?? ""))).toBe(amount);
        expect(new Big(amount).gt(0)).toBe(true);
        expect(date >= (invoice?.createDate ?? "9999") && date <= TODAY).toBe(true);
      }
      for (const { currencyCode, lines } of books.invoices) {
        for (const { unitCost } of lines) {
          expect(new Big(unitCost).toFixed(placesOf(currencyCode))).toBe(unitCost);
        }
      }
    });
  });

  it("is in time with open invoices, unless they are overdue by intent: those are paid in part or not at all", () => {
    holds((books) => {
      for (const [place, invoice] of books.invoices.entries()) {
        const isPastDue = addDays(invoice.createDate, invoice.dueOffsetDays) < TODAY;
        const isOpen = invoice.progress !== "draft" && paidOn(books, place).lt(totalOf(invoice));
        if (isPastDue && isOpen && invoice.visState === 0) expect(isPaidInPart(invoice)).toBe(true);
      }
    });
  });
});
