import { setTimeout as pause } from "node:timers/promises";

/** A condition did not come true in time. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** Asks again and again until `probe` gives something other than undefined, or the deadline passes. */
export async function until<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  { withinMs, everyMs = 50, what }: { withinMs: number; everyMs?: number; what: string },
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const result = await probe();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new DeadlineError(`${what} did not happen within ${withinMs / 1000} s.`);
    await pause(everyMs);
  }
}
