import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { RetryLater } from "../../lib/retry-later";

/** Somebody sits before the screen: short waits are sat out here, long ones are told. */
const longestWaitMs = 3_000;
const mostTries = 5;

/** Makes calls for a person who waits: when Pipedrive's window is full for a moment, waits that moment out. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isShort = error instanceof RetryLater && error.retryAfterMs <= longestWaitMs;
      if (!isShort || tries >= mostTries) throw error;
      await sleep(error.retryAfterMs);
    }
  }
}
