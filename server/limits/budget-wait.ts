import { RetryLater } from "../lib/retry-later";
import type { PauseReason } from "./budget";

/** Why a call may not leave now: the window is full for a moment, or one of the pauses. */
export type WaitReason = "window" | PauseReason;

const sentences = {
  window: "Pipedrive's calls for these two seconds are used up.",
  burst: "Pipedrive asked us to slow down for a moment.",
  daily: "Pipedrive's daily budget is used up. We go on after midnight UTC; nothing is lost meanwhile.",
} as const satisfies Record<WaitReason, string>;

/** What people read for a reason to wait. */
export function waitSentence(reason: WaitReason): string {
  return sentences[reason];
}

/** A call has to wait for Pipedrive's limits. The run gives its worker back and comes again after `retryAfterMs`. */
export class BudgetWait extends RetryLater {
  readonly reason: WaitReason;
  /** A sentence for the person at the screen. */
  readonly userMessage: string;

  constructor(retryAfterMs: number, reason: WaitReason) {
    super(retryAfterMs, sentences[reason]);
    this.reason = reason;
    this.userMessage = sentences[reason];
  }
}
