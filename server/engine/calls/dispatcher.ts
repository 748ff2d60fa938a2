import { ProcessGivenUpError } from "../errors";
import { claimJobs } from "../store/claim-jobs";
import type { ClaimedJob } from "../store/claim-jobs";
import { runTicks } from "../store/cron";
import { passGates } from "../store/gates";
import { endDebounces, endTimers } from "../store/handle-due";
import { readDueTimes } from "../store/read-due";
import type { DueTimes } from "../store/read-due";
import { CallContext } from "./call-context";
import type { Core } from "./core";
import { makeCall } from "./make-call";

type Options = { concurrency: number; pollMs: number; onGivenUp: () => void };

const pauseAfterErrorMs = 500;

/** Finds due work, claims it, and keeps up to `concurrency` calls going. */
export class Dispatcher {
  private readonly calls = new Map<CallContext, Promise<void>>();
  private nextDueMs = 0;
  private isLooking = false;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly core: Core,
    private readonly options: Options,
  ) {}

  /** Calls under way. */
  get running(): number {
    return this.calls.size;
  }

  /** There may be calls to make. */
  lookForWork(): void {
    this.again = true;
    if (!this.isLooking && !this.stopped) void this.look();
  }

  /** There may be something new to wait for. */
  lookForDue(): void {
    this.nextDueMs = 0;
    this.lookForWork();
  }

  /** Claims no more; resolves when the calls under way have ended, or after `graceMs`. Gives up those that go on. */
  async stop(graceMs: number): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all(this.calls.values()), grace]);
    clearTimeout(timer);
    for (const context of this.calls.keys()) context.open = false;
  }

  /** Gives up all calls under way: this process no longer holds their jobs. */
  abandonCalls(): void {
    for (const context of this.calls.keys()) context.open = false;
    this.calls.clear();
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    clearTimeout(this.timer);
    let pauseMs: number | null = null;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await this.handleDue();
        await this.claim();
      }
    } catch (error) {
      pauseMs = pauseAfterErrorMs;
      this.noteError(error);
    } finally {
      this.isLooking = false;
      this.sleep(pauseMs);
    }
  }

  private noteError(error: unknown): void {
    if (error instanceof ProcessGivenUpError) this.options.onGivenUp();
    else this.core.log.error({ err: error }, "the engine could not look for work; it tries again");
  }

  private sleep(pauseMs: number | null): void {
    if (this.stopped) return;
    const untilDueMs = Math.max(0, this.nextDueMs - this.core.clock.now().getTime());
    const sleepMs = pauseMs ?? Math.min(this.options.pollMs, untilDueMs);
    this.timer = setTimeout(() => {
      // A poll looks at everything: another process may have died with what it meant to wait for.
      if (pauseMs !== null || untilDueMs > sleepMs) this.nextDueMs = 0;
      this.lookForWork();
    }, sleepMs);
    if (this.again && pauseMs === null) this.lookForWork();
  }

  private async handleDue(): Promise<void> {
    const { core } = this;
    for (;;) {
      const nowMs = core.clock.now().getTime();
      if (nowMs < this.nextDueMs) return;
      const due = await readDueTimes(core.database, core.functions);
      const isDue = (at: Date | null): boolean => at !== null && at.getTime() <= nowMs;
      if (isDue(due.timer)) await endTimers(core.inTurn);
      if (isDue(due.debounce)) await endDebounces(core.inTurn);
      if (isDue(due.cron)) await runTicks(core.inTurn);
      if (isDue(due.gate)) await passGates(core.inTurn);
      const others = [due.timer, due.debounce, due.cron, due.gate];
      if (others.some(isDue)) continue;
      this.nextDueMs = earliest(due, nowMs);
      return;
    }
  }

  private async claim(): Promise<void> {
    const max = this.options.concurrency - this.calls.size;
    if (max <= 0 || this.stopped) return;
    const { database, functions, clock } = this.core;
    const jobs = await claimJobs(database, {
      processId: this.core.processId(),
      now: clock.now(),
      max,
      functions: functions.all,
    });
    for (const job of jobs) this.start(job);
  }

  private start(job: ClaimedJob): void {
    const fn = this.core.functions.find(job.functionId);
    if (!fn) return;
    const context = new CallContext(job, fn, this.core.clock.now());
    const call = makeCall(this.core, context).finally(() => {
      this.calls.delete(context);
      this.lookForWork();
    });
    this.calls.set(context, call);
  }
}

/** The next time to look at what waits; plain jobs that are due already are the claim's business. */
function earliest(due: DueTimes, nowMs: number): number {
  const times = Object.values(due).flatMap((at) => (at ? [at.getTime()] : []));
  return Math.min(...times.filter((time) => time > nowMs), Number.MAX_SAFE_INTEGER);
}
