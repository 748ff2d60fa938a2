import { describe, expect, it } from "vitest";

import { makeSample } from "./make-sample";

const TODAY = "2026-11-24";
const books = makeSample({
  invoices: 1000,
  seed: 7,
  nowMs: Date.parse(`${TODAY}T15:00:00Z`),
  today: TODAY,
  placesOf: () => 2,
});
const names = books.clients.map(({ fields }) => [fields.organization, fields.fname, fields.lname].join(" "));

function tally(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe("a thousand sample invoices", () => {
  it.each([
    ["diacritics", /[ÄÖÜäöüßéèçñøåłżşğ]/],
    ["Cyrillic", /\p{Script=Cyrillic}/u],
    ["Greek", /\p{Script=Greek}/u],
    ["Arabic", /\p{Script=Arabic}/u],
    ["Hebrew", /\p{Script=Hebrew}/u],
    ["Chinese or Japanese characters", /\p{Script=Han}/u],
    ["Katakana or Hiragana", /[\p{Script=Katakana}\p{Script=Hiragana}]/u],
    ["Hangul", /\p{Script=Hangul}/u],
    ["Devanagari", /\p{Script=Devanagari}/u],
    ["Thai", /\p{Script=Thai}/u],
  ])("have clients written in %s", (_what, pattern) => {
    expect(names.some((name) => pattern.test(name))).toBe(true);
  });

  it("have firms, persons, clients known by e-mail alone, repeated addresses and odd names", () => {
    const fields = books.clients.map((client) => client.fields);
    expect(fields.some(({ organization, lname }) => organization !== undefined && lname !== undefined)).toBe(
      true,
    );
    expect(fields.some(({ organization, lname }) => organization === undefined && lname !== undefined)).toBe(
      true,
    );
    expect(fields.some(({ organization, lname }) => organization === undefined && lname === undefined)).toBe(
      true,
    );
    const addresses = tally(
      fields.flatMap(({ email }) => (email === undefined || email === "" ? [] : [email])),
    );
    expect([...addresses.values()].some((count) => count > 1)).toBe(true);
    expect([...addresses.keys()].every((address) => address.endsWith(".example"))).toBe(true);
    expect(names.some((name) => /[=<"&{]/.test(name))).toBe(true);
  });

  it("are in eight currencies and more, the one without cents and the one with mils among them", () => {
    const currencies = tally(books.invoices.map(({ currencyCode }) => currencyCode));
    expect(currencies.size).toBeGreaterThanOrEqual(8);
    expect([...currencies.keys()]).toEqual(expect.arrayContaining(["JPY", "KWD"]));
  });

  it("belong, many of them, to few clients", () => {
    const perClient = [...tally(books.invoices.map(({ client }) => String(client))).values()];
    perClient.sort((left, right) => right - left);
    const ofTopTenth = perClient.slice(0, Math.ceil(books.clients.length / 10));
    expect(ofTopTenth.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
    expect(perClient.filter((count) => count <= 3).length).toBeGreaterThan(perClient.length / 3);
  });

  it("are written on working days above all", () => {
    const weekend = books.invoices.filter(({ createDate }) =>
      [0, 6].includes(new Date(createDate).getUTCDay()),
    );
    expect(weekend.length).toBeGreaterThan(0);
    expect(weekend.length).toBeLessThan(100);
  });

  it("are paid in one go or in several payments", () => {
    const payments = tally(books.payments.map(({ invoice }) => String(invoice)));
    expect([...payments.values()].some((count) => count >= 3)).toBe(true);
    expect(books.payments.some(({ visState }) => visState === 1)).toBe(true);
  });
});

describe("a sample for one", () => {
  it("has the one invoice", () => {
    const one = makeSample({
      invoices: 1,
      seed: 1,
      nowMs: Date.parse(TODAY),
      today: TODAY,
      placesOf: () => 2,
    });
    expect(one.invoices).toHaveLength(1);
    expect(one.clients.length).toBeGreaterThan(0);
  });
});
