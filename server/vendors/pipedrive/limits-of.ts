import { countOf } from "../http/headers";

/** What is left to spend, as the headers of one answer tell; null for what they do not tell (facts §6). */
export type PipedriveLimits = {
  windowLimit: number | null;
  windowRemaining: number | null;
  dailyLimit: number | null;
  dailyRemaining: number | null;
};

/** Reads the limits from an answer's headers. */
export function limitsOf(headers: Headers): PipedriveLimits {
  return {
    windowLimit: countOf(headers, "x-ratelimit-limit") ?? null,
    windowRemaining: countOf(headers, "x-ratelimit-remaining") ?? null,
    dailyLimit: countOf(headers, "x-daily-ratelimit-token-limit") ?? null,
    dailyRemaining: countOf(headers, "x-daily-ratelimit-token-remaining") ?? null,
  };
}
