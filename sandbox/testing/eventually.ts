import { setTimeout as sleep } from "node:timers/promises";

/** Looks until `read` gives something, at most five seconds. */
export async function eventually<T>(read: () => T | undefined, what: string): Promise<T> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const value = read();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Waited five seconds in vain for ${what}.`);
    await sleep(5);
  }
}
