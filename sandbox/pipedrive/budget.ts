import type { SandboxClock } from "../lib/clock";

const WINDOW_MS = 2000;

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
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > nowMs - WINDOW_MS);
    const isExceeded = recent.length >= limit;
    if (!isExceeded) recent.push(nowMs);
    this.#calls.set(key, recent);
    const resetMs = (recent[0] ?? nowMs) + WINDOW_MS - nowMs;
    const resetSeconds = Math.max(1, Math.ceil(resetMs / 1000));
    return { limit, remaining: Math.max(0, limit - recent.length), resetSeconds, isExceeded };
  }
}

/** The company's token budget of one UTC day, shared by everybody who calls (facts §6). */
export class DailyBudget {
  #day = "";
  #used = 0;
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  used(): number {
    const today = new Date(this.#clock.nowMs()).toISOString().slice(0, 10);
    if (today !== this.#day) {
      this.#day = today;
      this.#used = 0;
    }
    return this.#used;
  }

  remaining(limit: number): number {
    return Math.max(0, limit - this.used());
  }

  spend(tokens: number): void {
    this.#used = this.used() + tokens;
  }
}
