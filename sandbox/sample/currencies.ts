/** About how many of a currency one US dollar buys: enough for believable amounts. */
const PER_DOLLAR: ReadonlyMap<string, number> = new Map([
  ["AUD", 1.5],
  ["BRL", 5.4],
  ["CAD", 1.4],
  ["CHF", 0.9],
  ["CNY", 7.2],
  ["EUR", 0.9],
  ["GBP", 0.8],
  ["ILS", 3.6],
  ["INR", 84],
  ["JPY", 150],
  ["KRW", 1380],
  ["KWD", 0.31],
  ["PLN", 4],
  ["SEK", 10.5],
  ["THB", 34],
  ["USD", 1],
]);

export function perDollar(code: string): number {
  const rate = PER_DOLLAR.get(code);
  if (rate === undefined) throw new RangeError(`No rate is known for ${code}.`);
  return rate;
}
