import "server-only";
import type { Db } from "../db/client";
import type { Clock } from "../lib/clock";
import type { ResponseFacts } from "../vendors/http/request";
import { learn, pauseFor, readNotes } from "./budget";
import type { Budget, Notes } from "./budget";
import { BudgetWait } from "./budget-wait";
import type { WaitReason } from "./budget-wait";
import { changeBudget } from "./stored-budget";
import type { BudgetKey } from "./stored-budget";
import { takeCalls } from "./window";

export type LimitDeps = {
  db: Db;
  clock: Clock;
  /** In [0, 1); spreads those who wait. */
  random: () => number;
};

type Lease = { count: number; usableUntil: number; waitMs: number; reason: WaitReason };
type Waiter = { resolve: () => void; reject: (error: unknown) => void };

/** What the answers tell is stored with the next reservation, or after this long without one. */
const noteEveryMs = 2_000;
/** However long the wait, the database is asked again after this long: another process may know better. */
const longestTrustMs = 5_000;
/** Those told to wait come back spread over this long, not all at once. */
const spreadMs = 250;

function reserve(
  budget: Budget,
  notes: Notes | null,
  now: number,
  wanted: number,
): { budget: Budget; result: Lease } {
  const current = learn(budget, notes, now);
  if (current.pause) {
    const { until, reason } = current.pause;
    return { budget: current, result: { count: 0, usableUntil: now, waitMs: until - now, reason } };
  }
  const { window, ...taken } = takeCalls(current, now, wanted);
  return { budget: { ...current, ...window }, result: { ...taken, reason: "window" } };
}

/**
 * One connection's window in this process. Callers that ask at the same time share one reservation in the database,
 * and a few calls more are leased when there is plenty: under load a query serves many calls.
 */
export class WindowGate {
  private readonly waiting: Waiter[] = [];
  private isReserving = false;
  private lease: Lease = { count: 0, usableUntil: 0, waitMs: 0, reason: "window" };
  private notes: Notes | null = null;
  private notedAt = 0;
  private knownLimit: number | undefined;
  private strikes = 0;
  private pausedUntil = 0;
  /** Nothing is free before `freeAt`, whoever asks, for others can only take more; believed until `trustUntil`. */
  private full = { freeAt: 0, trustUntil: 0 };

  constructor(
    private readonly deps: LimitDeps,
    private readonly key: BudgetKey,
  ) {}

  /** Resolves when a call may leave; rejects with `BudgetWait` when it has to wait. */
  before(): Promise<void> {
    if (this.waiting.length === 0 && this.takeLeased(1) === 1) return Promise.resolve();
    const now = this.nowMs();
    if (now < this.full.trustUntil) {
      return Promise.reject(this.waitOf({ ...this.lease, waitMs: this.full.freeAt - now }));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      if (!this.isReserving) void this.serveAll();
    });
  }

  /** Notes what an answer tells; stores it at once when it changes what may be sent. */
  async after(facts: ResponseFacts): Promise<void> {
    const now = this.nowMs();
    this.countStrike(facts.status, now);
    const pause = pauseFor(facts, now, this.strikes, this.deps.random());
    if (pause) this.stopUntil(pause.until);
    const told = readNotes(facts);
    this.notes = mergeNotes(this.notes, { ...told, pause });
    const isNewLimit = told.limit !== undefined && told.limit !== this.knownLimit;
    this.knownLimit = told.limit ?? this.knownLimit;
    if (!pause && !isNewLimit && now - this.notedAt < noteEveryMs) return;
    await this.store(now, (budget, notes) => ({ budget: learn(budget, notes, now), result: null }));
  }

  private nowMs(): number {
    return this.deps.clock.now().getTime();
  }

  /** Several calls in flight may be refused together: that is one strike. */
  private countStrike(status: number, now: number): void {
    if (status === 429 && now >= this.pausedUntil) this.strikes += 1;
    if (status < 400) this.strikes = 0;
  }

  private stopUntil(until: number): void {
    this.pausedUntil = until;
    this.lease.count = 0;
  }

  private async serveAll(): Promise<void> {
    this.isReserving = true;
    while (this.waiting.length > 0) await this.serve(this.waiting.splice(0));
    this.isReserving = false;
  }

  private async serve(group: readonly Waiter[]): Promise<void> {
    const atHand = this.takeLeased(group.length);
    for (const waiter of group.slice(0, atHand)) waiter.resolve();
    const rest = group.slice(atHand);
    if (rest.length > 0) await this.serveReserved(rest);
  }

  private async serveReserved(group: readonly Waiter[]): Promise<void> {
    try {
      const now = this.nowMs();
      const lease = await this.store(now, (budget, notes) => reserve(budget, notes, now, group.length));
      const granted = group.slice(0, lease.count);
      this.lease = { ...lease, count: lease.count - granted.length };
      this.full = { freeAt: now + lease.waitMs, trustUntil: now + Math.min(lease.waitMs, longestTrustMs) };
      for (const waiter of granted) waiter.resolve();
      for (const waiter of group.slice(granted.length)) waiter.reject(this.waitOf(lease));
    } catch (error) {
      for (const waiter of group) waiter.reject(error);
    }
  }

  /** Takes up to so many of the calls that are leased and may still be sent; tells how many. */
  private takeLeased(wanted: number): number {
    const { lease } = this;
    const taken = this.nowMs() < lease.usableUntil ? Math.min(lease.count, wanted) : 0;
    lease.count -= taken;
    return taken;
  }

  private waitOf({ waitMs, reason }: Lease): BudgetWait {
    return new BudgetWait(Math.max(1, waitMs) + Math.floor(this.deps.random() * spreadMs), reason);
  }

  private async store<Result>(
    now: number,
    change: (budget: Budget, notes: Notes | null) => { budget: Budget; result: Result },
  ): Promise<Result> {
    const told = this.notes;
    this.notes = null;
    this.notedAt = now;
    try {
      return await changeBudget(this.deps.db, this.key, now, (budget) => change(budget, told));
    } catch (error) {
      this.notes = mergeNotes(told, this.notes);
      throw error;
    }
  }
}

/** The later answers over the earlier ones; what they did not say stays as it was. */
function mergeNotes(earlier: Notes | null, later: Notes | null): Notes {
  const a = earlier ?? {};
  const b = later ?? {};
  return {
    limit: b.limit ?? a.limit,
    dailyLimit: b.dailyLimit ?? a.dailyLimit,
    dailyRemaining: b.dailyRemaining ?? a.dailyRemaining,
    pause: b.pause ?? a.pause,
  };
}
