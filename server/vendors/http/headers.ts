import type { Clock } from "../../lib/clock";

const requestIdHeaders = ["x-request-id", "x-correlation-id", "x-cloud-trace-context"];
const printable = /^[\x21-\x7e]{1,128}$/;

/** The vendor's id of the request, by which its support finds it; null when it gave none. */
export function requestIdOf(headers: Headers): string | null {
  for (const name of requestIdHeaders) {
    const value = headers.get(name);
    if (value !== null && printable.test(value)) return value;
  }
  return null;
}

const longestWaitMs = 24 * 3600 * 1000;

/** `Retry-After` in milliseconds: whole seconds or an HTTP date. Undefined when absent or nonsense. */
export function retryAfterOf(headers: Headers, clock: Clock): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, longestWaitMs);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(0, at - clock.now().getTime()), longestWaitMs);
}

/** A header that holds a whole number, such as `x-ratelimit-remaining`; undefined when absent or not one. */
export function countOf(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)?.trim();
  if (value === undefined || !/^\d{1,15}$/.test(value)) return undefined;
  return Number(value);
}
