import { z } from "zod";

import type { SandboxClock } from "./clock";

/** What `POST /_control/clock` takes. Freezing comes before the move and thawing after it, so that both are exact. */
export const clockMoveSchema = z
  .strictObject({
    /** Milliseconds forward; back, if negative. */
    advanceMs: z.number().optional(),
    /** An instant, such as `2026-12-01T00:00:00Z`. */
    setTo: z.iso.datetime({ offset: true }).optional(),
    frozen: z.boolean().optional(),
  })
  .refine((move) => Object.keys(move).length > 0, "must say advanceMs, setTo or frozen")
  .refine((move) => move.advanceMs === undefined || move.setTo === undefined, {
    error: "cannot go together with setTo",
    path: ["advanceMs"],
  });

export type ClockMove = z.output<typeof clockMoveSchema>;

/** How the sandbox's clock stands: ISO, and whether it stands still. */
export interface ClockReading {
  readonly now: string;
  readonly frozen: boolean;
}

export function readClock(clock: SandboxClock): ClockReading {
  return { now: new Date(clock.nowMs()).toISOString(), frozen: clock.isFrozen };
}

/** Moves, freezes or thaws the clock; what became due has been fired when this returns. */
export function moveClock(clock: SandboxClock, move: ClockMove): ClockReading {
  if (move.frozen === true) clock.freeze();
  if (move.setTo !== undefined) clock.set(Date.parse(move.setTo));
  if (move.advanceMs !== undefined) clock.advance(move.advanceMs);
  if (move.frozen === false) clock.thaw();
  return readClock(clock);
}
