import type { CronSchedule } from "../pure/cron-schedule";
import type { Expression } from "../pure/expression";
import type { Throttle } from "../pure/gcra";

/** An event trigger: the exact name, and a condition if there is one. */
export type EventTrigger = { event: string; condition: Expression | null };

/** At most `limit` calls at once among the runs that share the key. */
export type ConcurrencyRule = { limit: number; key: Expression | null };

/** Cancels runs of the function for which the condition holds, until `timeoutMs` after they were made. */
export type CancelRule = { event: string; condition: Expression | null; timeoutMs: number | null };

/** A function with its configuration understood and its expressions compiled. */
export type EngineFunction = {
  /** `<app id>-<function id>`. */
  id: string;
  name: string;
  /** Attempts of each call, the first included. */
  maxAttempts: number;
  events: readonly EventTrigger[];
  crons: readonly CronSchedule[];
  idempotency: Expression | null;
  /** None, one or two rules. */
  concurrency: readonly ConcurrencyRule[];
  throttle: (Throttle & { key: Expression | null }) | null;
  debounce: { periodMs: number; timeoutMs: number | null; key: Expression | null } | null;
  /** Seconds by which a run sorts as if it had started earlier. */
  priority: Expression | null;
  cancelOn: readonly CancelRule[];
};
