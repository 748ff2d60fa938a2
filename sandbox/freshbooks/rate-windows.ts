import type { SandboxClock } from "../lib/clock";

const WINDOW_MS = 60_000;

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetEpochSeconds: number;
  readonly retryAfterSeconds: number;
  readonly isExceeded: boolean;
}

interface Window {
  endsMs: number;
  used: number;
}

/** Fixed 60 s windows per bucket (facts §7). */
export class RateWindows {
  readonly #windows = new Map<string, Window>();
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Counts one call in `bucket` and says how much of the window is left. */
  take(bucket: string, limit: number): RateState {
    const nowMs = this.#clock.nowMs();
    const known = this.#windows.get(bucket);
    const window =
      known === undefined || known.endsMs <= nowMs ? { endsMs: nowMs + WINDOW_MS, used: 0 } : known;
    this.#windows.set(bucket, window);
    window.used += 1;
    return {
      limit,
      remaining: Math.max(0, limit - window.used),
      resetEpochSeconds: Math.floor(window.endsMs / 1000),
      retryAfterSeconds: Math.floor((window.endsMs - nowMs) / 1000),
      isExceeded: window.used > limit,
    };
  }
}
