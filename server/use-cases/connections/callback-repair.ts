import type { CallbackView } from "../../db/repos/callback";
import { addMs } from "../../lib/clock";

/** What was wrong with a callback. `given_up`: several handshakes were asked for, and none came. */
export type RepairCause = "missing" | "moved" | "unanswered" | "given_up" | "disabled" | "silent";

/** `ask`: FreshBooks is to send the handshake once more. `register`: at a fresh address, in the place of what was. */
export type Repair = { act: "none" } | { act: "ask" | "register"; cause: RepairCause };

type Seen = {
  row: CallbackView | undefined;
  /** As FreshBooks lists it at its own address. */
  there: { verified: boolean } | undefined;
  /** FreshBooks has it at an address under which this server was known before. */
  isAtFormerAddress: boolean;
  connectionId: string;
  /** A change that this callback should have told of, found otherwise. */
  isSilent: boolean;
};

type Moment = { now: Date; /** A person pressed the button: nothing is waited for. */ isAsked: boolean };

/** A registration whose answer may still be on its way, in this process or another. */
const underWayMs = 60_000;
/** How long a handshake may take to come: doubled with every one that was asked for in vain. */
export const handshakeWaits = { firstWaitMs: 10 * 60_000, longestWaitMs: 60 * 60_000 };
const triesPerRegistration = 3;

const nothing: Repair = { act: "none" };

function handshakeWaitMs(asked: number): number {
  const { firstWaitMs, longestWaitMs } = handshakeWaits;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(10, Math.max(0, asked - 1)));
}

function isYoungerThan(at: Date | null, ms: number, now: Date): boolean {
  return at !== null && addMs(at, ms) > now;
}

function decideUnanswered(row: CallbackView, { now, isAsked }: Moment): Repair {
  if (isAsked) return { act: "ask", cause: "unanswered" };
  const { handshakesAsked, handshakeAskedAt } = row;
  if (isYoungerThan(handshakeAskedAt, handshakeWaitMs(handshakesAsked), now)) return nothing;
  const isGivenUp = handshakesAsked > 0 && handshakesAsked % triesPerRegistration === 0;
  return isGivenUp ? { act: "register", cause: "given_up" } : { act: "ask", cause: "unanswered" };
}

/** Whether somebody else is registering it this very moment. */
function isUnderWay(row: Seen["row"], now: Date): boolean {
  return row?.status === "registering" && isYoungerThan(row.handshakeAskedAt, underWayMs, now);
}

/**
 * What one callback needs to tell us again, from our row and what FreshBooks lists (facts §3.6). A disabled one is asked
 * to go on rather than registered anew: what it kept back meanwhile may still come.
 */
export function decideRepair(seen: Seen, moment: Moment): Repair {
  const { row, there } = seen;
  if (isUnderWay(row, moment.now)) return nothing;
  if (!row || !there || row.connectionId !== seen.connectionId) {
    return { act: "register", cause: seen.isAtFormerAddress ? "moved" : "missing" };
  }
  if (row.status !== "verified") return decideUnanswered(row, moment);
  if (!there.verified) return { act: "ask", cause: "disabled" };
  return seen.isSilent ? { act: "ask", cause: "silent" } : nothing;
}

/** What was done, for the audit log and for logs. */
export const repairWords = {
  missing: "was not registered; registered",
  moved: "was registered at a former address; registered at this one",
  unanswered: "was not confirmed; asked for again",
  given_up: "was not confirmed after several tries; registered anew",
  disabled: "had been disabled; asked to go on",
  silent: "told nothing of a change; asked for again",
} as const satisfies Record<RepairCause, string>;

const sentences: Readonly<Record<string, string>> = {
  missing: "FreshBooks no longer had it, so it was registered anew.",
  moved: "FreshBooks had it at a former address of this server, so it was registered at the present one.",
  unanswered: "FreshBooks had not confirmed it, so the confirmation was asked for again.",
  given_up: "FreshBooks did not confirm it after several tries, so it was registered anew.",
  disabled: "FreshBooks had stopped sending to it, so it was asked to go on.",
  silent: "A change was found that it had not told of, so its confirmation was asked for again.",
} satisfies Record<RepairCause, string>;

/** What the watch mended, as a person reads it. */
export function repairSentence(cause: string | null): string | null {
  return cause === null ? null : (sentences[cause] ?? null);
}
