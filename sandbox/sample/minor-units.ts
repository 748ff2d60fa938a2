/** A decimal text of a whole number of the smallest units: 1234 with 2 places is `12.34`. */
export function decimalText(minor: number, places: number): string {
  if (places === 0) return String(minor);
  const digits = String(minor).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `numerator / divisor` as a whole number, halves up; both positive. */
export function divideRounded(numerator: number, divisor: number): number {
  return Math.floor((2 * numerator + divisor) / (2 * divisor));
}

/** A percentage such as `7.5` in thousandths: 7500. */
export function percentInThousandths(percent: string): number {
  return Math.round(Number(percent) * 1000);
}

/** That share of an amount, in whole units, halves up. */
export function percentOf(minor: number, thousandths: number): number {
  return divideRounded(minor * thousandths, 100_000);
}
