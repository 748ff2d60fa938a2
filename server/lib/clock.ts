/** Where time comes from. Everything that needs "now" takes a clock, so that tests can hold it still. */
export type Clock = {
  /** The present instant. */
  now(): Date;
};

/** The machine's own clock; the only place in `server/` that reads it. */
export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds since `startedAt` on the given clock, never negative (clocks step back). */
export function elapsedMs(clock: Clock, startedAt: Date): number {
  return Math.max(0, clock.now().getTime() - startedAt.getTime());
}

/** The instant `ms` milliseconds after `at`. */
export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
