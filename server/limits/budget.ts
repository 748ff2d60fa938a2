import { countOf } from "../vendors/http/headers";
import type { ResponseFacts } from "../vendors/http/request";
import { firewallWaitMs, isFirewallPage } from "../vendors/pipedrive/errors";
import { advance } from "./window";
import type { Window } from "./window";

/** Why nothing may be sent for a while. */
export type PauseReason = "burst" | "daily";
export type Pause = { until: number; reason: PauseReason };

/** All that is known of what a connection may send. Times in milliseconds since the epoch. */
export type Budget = Window & {
  dailyLimit: number | null;
  dailyRemaining: number | null;
  pause: Pause | null;
};

/** What an answer's headers said; absent values were not sent. */
export type Notes = {
  limit?: number | undefined;
  dailyLimit?: number | undefined;
  dailyRemaining?: number | undefined;
  pause?: Pause | undefined;
};

/** While the plan is unknown, the least that any plan allows (facts §6). */
export const firstLimits = { general: 20, search: 10 } as const;

/** A budget nothing is known of yet. */
export function newBudget(kind: keyof typeof firstLimits, now: number): Budget {
  const window = advance({ limit: firstLimits[kind], slotAt: 0, slots: [] }, now);
  return { ...window, dailyLimit: null, dailyRemaining: null, pause: null };
}

/**
 * Reads what Pipedrive's headers tell (facts §6); each may be missing. `x-ratelimit-remaining` is left out: it is true
 * of the instant it was counted, and our own count of calls given out is never below it.
 */
export function readNotes({ headers }: ResponseFacts): Notes {
  const limit = countOf(headers, "x-ratelimit-limit");
  return {
    limit: limit === 0 ? undefined : limit,
    dailyLimit: countOf(headers, "x-daily-ratelimit-token-limit"),
    dailyRemaining: countOf(headers, "x-daily-ratelimit-token-remaining"),
  };
}

/** The end of the day by which Pipedrive's daily budget is taken to start anew; its time zone is not documented. */
export function nextMidnightUtc(now: number): number {
  const dayMs = 24 * 3600_000;
  return (Math.floor(now / dayMs) + 1) * dayMs;
}

const shortestPauseMs = 2_000;
const longestPauseMs = 60 * 60_000;
/** A window is over after two seconds: whoever is refused so often in a row, minutes long, has used up the day (facts §6). */
const strikesOfADay = 8;
const jitterMs = 500;

/** The dearest call (facts §6): with less left, whether a call is refused at the daily limit is unknown (facts §13.10). */
const dearestTokens = 20;

function isDayOver(facts: ResponseFacts): boolean {
  const { dailyRemaining } = readNotes(facts);
  if (dailyRemaining === undefined) return false;
  return dailyRemaining === 0 || (facts.status === 429 && dailyRemaining < dearestTokens);
}

/**
 * The pause an answer asks for: to midnight when the daily budget is gone; after a 429 to the window's end and a little
 * beyond, twice as long each time it happens again at once. `strikes` counts 429s from 1, `random` lies in [0, 1).
 */
export function pauseFor(
  facts: ResponseFacts,
  now: number,
  strikes: number,
  random: number,
): Pause | undefined {
  if (isDayOver(facts)) return { until: nextMidnightUtc(now), reason: "daily" };
  if (isFirewallPage(facts)) return { until: now + firewallWaitMs, reason: "burst" };
  if (facts.status !== 429) return undefined;
  const resetMs = Math.min(countOf(facts.headers, "x-ratelimit-reset") ?? 0, 60) * 1000;
  const waitMs = Math.max(resetMs, shortestPauseMs) * 2 ** Math.min(strikes - 1, 11);
  const until = now + Math.min(waitMs, longestPauseMs) + Math.floor(random * jitterMs);
  return { until, reason: strikes > strikesOfADay ? "daily" : "burst" };
}

function laterPause(a: Pause | null, b: Pause | null | undefined): Pause | null {
  if (!a || !b) return a ?? b ?? null;
  return b.until >= a.until ? b : a;
}

/** A pause that is over, and with it what was known of the day it waited for. */
function endPause(budget: Budget, now: number): Budget {
  if (!budget.pause || budget.pause.until > now) return budget;
  const dailyRemaining = budget.pause.reason === "daily" ? null : budget.dailyRemaining;
  return { ...budget, pause: null, dailyRemaining };
}

/** The budget at `now`, after what the answers have told. */
export function learn(budget: Budget, notes: Notes | null, now: number): Budget {
  const told: Budget = {
    ...budget,
    limit: notes?.limit ?? budget.limit,
    dailyLimit: notes?.dailyLimit ?? budget.dailyLimit,
    dailyRemaining: notes?.dailyRemaining ?? budget.dailyRemaining,
    pause: laterPause(budget.pause, notes?.pause),
  };
  return endPause({ ...told, ...advance(told, now) }, now);
}
