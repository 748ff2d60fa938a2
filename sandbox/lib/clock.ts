/**
 * The sandbox's own clock: real time plus an offset that the control API can shift forward, by which invoices fall
 * due, tokens expire and rate windows roll.
 */
export class SandboxClock {
  #offsetMs = 0;

  /** Milliseconds since the epoch, as this sandbox sees it. */
  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Moves the clock forward (or back, with a negative value) for everything that happens from now on. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }
}
