import type { Clock } from "@/server/lib/clock";
import type { Logger } from "@/server/lib/log";
import type { FunctionSet } from "../functions/function-set";
import type { RetryPolicy } from "../pure/retry-delay";
import type { Database } from "../store/database";
import type { InTurn } from "../store/handle-due";
import type { ProgressWriter } from "./progress-writer";
import type { Sdk } from "./sdk";

/** What the parts of a running engine share. */
export type Core = {
  database: Database;
  functions: FunctionSet;
  sdk: Sdk;
  clock: Clock;
  log: Logger;
  writer: ProgressWriter;
  inTurn: InTurn;
  retry: RetryPolicy;
  callTimeoutMs: number;
  processId(): string;
  isStopping(): boolean;
  /** There may be calls to make. */
  lookForWork(): void;
  /** There may be something that has to wait for its time. */
  lookForDue(): void;
};
