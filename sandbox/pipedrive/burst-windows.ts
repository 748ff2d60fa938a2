import type { SandboxClock } from "../lib/clock";

const WINDOW_MS = 2000;
/** So many windows are remembered before the empty ones are looked for. */
const TIDY_AT = 1000;

export interface BurstState {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window is free again, rounded up. */
  readonly resetSeconds: number;
  readonly isExceeded: boolean;
}

/** Rolling 2-second windows, one per token (facts §6). */
export class BurstWindows {
  readonly #calls = new Map<string, number[]>();
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Counts a call, unless the window is full already. */
  take(key: string, limit: number): BurstState {
    const nowMs = this.#clock.nowMs();
    const recent = this.#recent(key, nowMs);
    const isExceeded = recent.length >= limit;
    if (!isExceeded) recent.push(nowMs);
    const resetMs = (recent[0] ?? nowMs) + WINDOW_MS - nowMs;
    const resetSeconds = Math.max(1, Math.ceil(resetMs / 1000));
    return { limit, remaining: Math.max(0, limit - recent.length), resetSeconds, isExceeded };
  }

  // Calls come in the order of time, so the old ones are all in front.
  #recent(key: string, nowMs: number): number[] {
    const calls = this.#calls.get(key) ?? [];
    const firstRecent = calls.findIndex((at) => at > nowMs - WINDOW_MS);
    calls.splice(0, firstRecent === -1 ? calls.length : firstRecent);
    if (!this.#calls.has(key)) {
      if (this.#calls.size >= TIDY_AT) this.#tidy(nowMs);
      this.#calls.set(key, calls);
    }
    return calls;
  }

  #tidy(nowMs: number): void {
    for (const [key, calls] of this.#calls) {
      if ((calls.at(-1) ?? 0) <= nowMs - WINDOW_MS) this.#calls.delete(key);
    }
  }
}
