import { AsyncLocalStorage } from "node:async_hooks";
import type { EngineEvent } from "../functions/plan-start";
import type { EngineFunction } from "../functions/engine-function";
import type { ClaimedJob } from "../store/claim-jobs";
import type { SentInCall } from "../pure/event-ids";
import type { CallReport } from "../store/settle-call";

/**
 * One call while it is being made. Events sent during it are held here until the result of the step that sent them
 * is stored, and then stored with it: both or neither (protocol facts §6).
 */
export class CallContext {
  /** False once the answer is in, or the call was given up: nothing more counts. */
  open = true;
  private held: EngineEvent[] = [];
  private readonly bySeed = new Map<string, string[]>();
  private occurrences = new Map<string, number>();
  private stepsKnown: number;

  constructor(
    readonly job: ClaimedJob,
    readonly fn: EngineFunction,
    readonly startedAt: Date,
  ) {
    this.stepsKnown = job.steps.length;
  }

  /** Where in the run an event with this content stands; a repeated call comes to the same place. */
  place(content: string): SentInCall {
    const { runId, target } = this.job;
    const occurrence = this.occurrences.get(content) ?? 0;
    this.occurrences.set(content, occurrence + 1);
    return { runId, position: target === "step" ? String(this.stepsKnown) : target, occurrence, content };
  }

  /** The ids given to an earlier try of the same `send`, if there was one. */
  idsOf(seed: string | null): string[] | undefined {
    return seed === null ? undefined : this.bySeed.get(seed);
  }

  hold(events: readonly EngineEvent[], seed: string | null): void {
    this.held.push(...events);
    if (seed !== null) {
      this.bySeed.set(
        seed,
        events.map((event) => event.id),
      );
    }
  }

  /** The events that wait to be stored, in the order in which they were sent. */
  get events(): readonly EngineEvent[] {
    return [...this.held];
  }

  /** Notes that events were stored. */
  released(events: readonly EngineEvent[]): void {
    const gone = new Set(events);
    this.held = this.held.filter((event) => !gone.has(event));
  }

  /** Notes that results of this many steps were stored. */
  stored(steps: number): void {
    this.stepsKnown += steps;
    if (steps > 0) this.occurrences = new Map();
  }

  report(): Omit<CallReport, "answer"> {
    const { jobId, runId, target, generation, attempt } = this.job;
    const { maxAttempts } = this.fn;
    return {
      jobId,
      runId,
      target,
      generation,
      attempt,
      maxAttempts,
      startedAt: this.startedAt,
      events: [...this.held],
    };
  }
}

const calls = new AsyncLocalStorage<CallContext>();

/** Runs `work` as part of a call. */
export function withinCall<T>(context: CallContext, work: () => T): T {
  return calls.run(context, work);
}

/** The call that the running code belongs to, if it is still open. */
export function currentCall(): CallContext | undefined {
  const context = calls.getStore();
  return context?.open === true ? context : undefined;
}

/** Whether the running code belongs to a call, open or not. */
export function isWithinCall(): boolean {
  return calls.getStore() !== undefined;
}
