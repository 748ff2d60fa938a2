import type { Reply } from "./reply";
import type { Secrets } from "./secrets";

/** The time as the service has it, and the way to let it pass. */
export interface Time {
  nowMs(): number;
  /** Rejects with the signal's reason when that is raised. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** How long to wait for what. */
export interface Patience {
  /** Between two calls. */
  readonly paceMs: number;
  /** For one answer. */
  readonly callMs: number;
  /** For an event that is sure to come. */
  readonly eventMs: number;
  /** After such an event, for one that may never come. */
  readonly afterMs: number;
  /** For a person to do what is asked. */
  readonly personMs: number;
}

/** What all of one run share. */
export interface RunContext {
  readonly secrets: Secrets;
  readonly time: Time;
  readonly patience: Patience;
  /** Raised when the run is to end at once; its reason is a `StopError`. */
  readonly interrupted: AbortSignal;
  /** Every answer so far, for questions that only look on. */
  readonly replies: Reply[];
}
