import { realTime } from "../probe/real-time";
import type { Patience, Time } from "../probe/run-context";
import type { VerifyInput } from "../verify-vendor";

/** How long a test waits: no pause between calls, a moment for what may never come. */
export const SHORT_PATIENCE: Patience = {
  paceMs: 0,
  callMs: 10_000,
  eventMs: 4500,
  afterMs: 250,
  personMs: 1500,
};

/** Time that passes at once: waiting moves the stand-in's clock instead. */
export function movedTime(advance: (ms: number) => void): Time {
  let movedMs = 0;
  return {
    nowMs: () => Date.now() + movedMs,
    wait: (ms, signal) => {
      signal.throwIfAborted();
      movedMs += ms;
      advance(ms);
      return Promise.resolve();
    },
  };
}

/** A run that may do everything, with what a test changes of it. */
export function verifyInput(changes: Partial<VerifyInput>): VerifyInput {
  return {
    variables: {},
    only: [],
    mayWrite: true,
    mayTakeTheNight: true,
    listener: undefined,
    person: undefined,
    time: realTime,
    patience: SHORT_PATIENCE,
    interrupted: new AbortController().signal,
    onOutcome: () => undefined,
    ...changes,
  };
}
