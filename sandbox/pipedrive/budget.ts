import type { SandboxClock } from "../lib/clock";
import { dateInZone, stampInZone } from "../lib/zone-time";

const DAY_SECONDS = 86_400;

/** The company's token budget of one day, shared by everybody who calls (facts §6). */
export class DailyBudget {
  #day = "";
  #used = 0;
  readonly #clock: SandboxClock;
  readonly #zoneOf: () => string;

  /** `zoneOf` says where midnight falls. */
  constructor(clock: SandboxClock, zoneOf: () => string) {
    this.#clock = clock;
    this.#zoneOf = zoneOf;
  }

  used(): number {
    const today = dateInZone(this.#clock.nowMs(), this.#zoneOf());
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

  /** Seconds until the budget is full again. */
  secondsToMidnight(): number {
    const [hours = 0, minutes = 0, seconds = 0] = stampInZone(this.#clock.nowMs(), this.#zoneOf())
      .slice(11)
      .split(":")
      .map(Number);
    return DAY_SECONDS - (hours * 3600 + minutes * 60 + seconds);
  }
}
