import type { Clock } from "../../lib/clock";

/** Less than this is latency and the header's whole seconds. */
const leastMs = 60_000;

/** What the `Date` of Pipedrive's answers tells of its clock. */
export class TheirClock {
  private behind = 0;

  constructor(private readonly clock: Clock) {}

  /** Notes an answer; one without a readable `Date` tells nothing. */
  note(headers: Headers): void {
    const at = Date.parse(headers.get("date") ?? "");
    if (!Number.isNaN(at)) this.behind = this.clock.now().getTime() - at;
  }

  /** By how many milliseconds their clock is behind ours; 0 when it is not, or not known to be. */
  behindMs(): number {
    return this.behind >= leastMs ? this.behind : 0;
  }
}
