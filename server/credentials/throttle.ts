import "server-only";
import { createHash } from "node:crypto";
import type { Db } from "../db/client";
import { countTries, forgetTries, takeBackTries } from "../db/repos/throttle";
import type { TryOutcome } from "../db/repos/throttle";
import type { Clock } from "../lib/clock";
import { AppError } from "../lib/errors";
import { waitInWords } from "../lib/wait-in-words";
import { throttlePolicies } from "./throttle-policies";
import type { ThrottleKind } from "./throttle-policies";
import { throttleSubject } from "./throttle-subject";

/** Something that may be tried only so often: by an account (id or address, lower case) or from a client's address. */
export type Try = {
  kind: ThrottleKind;
  /** Null where it is not known: those share one count. */
  subject: string | null;
};

function keyOf({ kind, subject }: Try): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, throttleSubject(subject)]))
    .digest("hex");
}

function waitOf(tries: readonly Try[], outcomes: readonly TryOutcome[], now: Date): number {
  const waits = tries.map((one) => {
    const outcome = outcomes.find(({ key }) => key === keyOf(one));
    if (!outcome || outcome.isTaken) return 0;
    return outcome.blockedUntil
      ? outcome.blockedUntil.getTime() - now.getTime()
      : throttlePolicies[one.kind].firstWaitMs;
  });
  return Math.max(...waits, 1);
}

/**
 * Counts a try before it is made, so that guesses made at the same time cannot outrun the count. Call it first, then
 * look at what was given, then `giveBack` when it was right.
 * @throws AppError `too_many_requests` with `details.retryAfterMs` when any of the tries has to wait; none is counted.
 */
export async function takeTry(deps: { db: Db; clock: Clock }, tries: readonly Try[]): Promise<void> {
  const now = deps.clock.now();
  const counted = tries.map((one) => ({ key: keyOf(one), ...throttlePolicies[one.kind] }));
  const outcomes = await countTries(deps.db, counted, now);
  if (outcomes.every(({ isTaken }) => isTaken)) return;
  const retryAfterMs = waitOf(tries, outcomes, now);
  throw new AppError("too_many_requests", {
    message: `too many tries: ${tries.map(({ kind }) => kind).join(", ")}`,
    userMessage: `Too many tries. Please wait ${waitInWords(retryAfterMs)} and try again.`,
    details: { retryAfterMs },
  });
}

/** After a success: an account's tries are forgotten, an address gets this one back. */
export async function giveBack(deps: { db: Db }, tries: readonly Try[]): Promise<void> {
  const of = (onSuccess: "forget" | "one_back") =>
    tries.filter(({ kind }) => throttlePolicies[kind].onSuccess === onSuccess).map(keyOf);
  await forgetTries(deps.db, of("forget"));
  await takeBackTries(deps.db, of("one_back"));
}
