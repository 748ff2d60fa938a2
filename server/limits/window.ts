/** Length of a slot: the fineness with which calls are remembered. */
const slotMs = 50;
/** Pipedrive's window is rolling (facts §6). */
const windowMs = 2_000;
/** A call may be sent in the slot it was given out in and in the next one: room for a query and a turn of the loop. */
const usableSlots = 2;
/** Slots that a call is remembered for: those of the window, and those in which it may still be sent. */
const slotCount = windowMs / slotMs + usableSlots;

/** Calls given out lately. Times in milliseconds since the epoch. */
export type Window = {
  /** Calls per two seconds. */
  limit: number;
  /** Start of the newest slot. */
  slotAt: number;
  /** Calls per slot, oldest first, newest last; at most 42 of them. */
  slots: readonly number[];
};

/** What an ask for calls came to. */
export type Taken = {
  window: Window;
  /** How many of the wanted (and extra) calls may be sent. */
  count: number;
  /** They may be sent before this instant, and not after. */
  usableUntil: number;
  /** After this long at least one call is free again; 0 when one still is. */
  waitMs: number;
};

/** The window as it stands at `now`: slots that no two seconds can share with `now` fall away. */
export function advance(window: Window, now: number): Window {
  const slotAt = Math.max(window.slotAt, Math.floor(now / slotMs) * slotMs);
  const steps = Math.min((slotAt - window.slotAt) / slotMs, slotCount);
  const slots = [...window.slots, ...Array.from({ length: steps }, () => 0)].slice(-slotCount);
  return { ...window, slotAt, slots: slots.length === 0 ? [0] : slots };
}

/** Calls that count against the limit at `now`. */
export function usedAt(window: Window, now: number): number {
  return advance(window, now).slots.reduce((sum, calls) => sum + calls, 0);
}

/** Notes `calls` more in the newest slot. */
function addCalls(window: Window, now: number, calls: number): Window {
  const { slots, ...rest } = advance(window, now);
  const newest = slots.at(-1) ?? 0;
  return { ...rest, slots: [...slots.slice(0, -1), newest + calls] };
}

function waitFor(window: Window, now: number): number {
  let left = window.slots.reduce((sum, calls) => sum + calls, 0);
  if (left < window.limit) return 0;
  for (const [index, calls] of window.slots.entries()) {
    left -= calls;
    const age = window.slots.length - 1 - index;
    if (left < window.limit) return Math.max(1, window.slotAt + (slotCount - age) * slotMs - now);
  }
  return windowMs;
}

/** While the window is mostly empty, a few calls more than asked for spare the next callers their query. */
function extraCalls(window: Window, used: number, wanted: number): number {
  return used + wanted <= window.limit / 2 ? Math.min(8, Math.floor(window.limit / 10)) : 0;
}

/**
 * Gives out as many of `wanted` calls as the limit allows, and a few more when there is plenty. All calls given out
 * stay within the limit in any two seconds, provided each is sent before `usableUntil`.
 */
export function takeCalls(window: Window, now: number, wanted: number): Taken {
  const current = advance(window, now);
  const used = usedAt(current, now);
  const free = Math.max(0, current.limit - used);
  const count = Math.min(free, wanted + extraCalls(current, used, wanted));
  const after = addCalls(current, now, count);
  return {
    window: after,
    count,
    usableUntil: current.slotAt + usableSlots * slotMs,
    waitMs: waitFor(after, now),
  };
}
