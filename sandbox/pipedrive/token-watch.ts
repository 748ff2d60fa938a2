import type { SandboxClock } from "../lib/clock";

const PAUSE_MS = 10 * 60_000;
const TIDY_AT = 1000;

interface Watched {
  lastMs: number;
  callsSincePause: number;
  refusalsInRow: number;
  bannedUntilMs: number;
}

/** What the edge remembers of each token: its calls since the last pause, and the refusals it went on after. */
export class TokenWatch {
  readonly #tokens = new Map<string, Watched>();
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Notes a call; gives how many there were since the last pause of ten minutes, this one included. */
  call(token: string): number {
    const nowMs = this.#clock.nowMs();
    const watched = this.#of(token);
    if (watched.lastMs + PAUSE_MS < nowMs) watched.callsSincePause = 0;
    watched.lastMs = nowMs;
    watched.callsSincePause += 1;
    return watched.callsSincePause;
  }

  isBanned(token: string): boolean {
    return (this.#tokens.get(token)?.bannedUntilMs ?? 0) > this.#clock.nowMs();
  }

  /** Notes an answer that was no refusal. */
  passed(token: string): void {
    this.#of(token).refusalsInRow = 0;
  }

  /** Notes a 429; after too many in a row the firewall shuts the token out (facts §6). */
  refused(token: string, rule: { readonly after: number | null; readonly forMs: number }): void {
    const watched = this.#of(token);
    watched.refusalsInRow += 1;
    if (rule.after === null || watched.refusalsInRow < rule.after) return;
    watched.refusalsInRow = 0;
    watched.bannedUntilMs = this.#clock.nowMs() + rule.forMs;
  }

  #of(token: string): Watched {
    const known = this.#tokens.get(token);
    if (known !== undefined) return known;
    if (this.#tokens.size >= TIDY_AT) this.#tidy();
    const fresh = { lastMs: 0, callsSincePause: 0, refusalsInRow: 0, bannedUntilMs: 0 };
    this.#tokens.set(token, fresh);
    return fresh;
  }

  #tidy(): void {
    const nowMs = this.#clock.nowMs();
    for (const [token, { lastMs, bannedUntilMs }] of this.#tokens) {
      if (Math.max(lastMs + PAUSE_MS, bannedUntilMs) < nowMs) this.#tokens.delete(token);
    }
  }
}
