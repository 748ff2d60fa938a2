import type { Inngest, InngestFunction } from "inngest";
import type { Clock } from "@/server/lib/clock";
import type { Logger } from "@/server/lib/log";

/** What `startEngine` needs, and what may be tuned. */
export type EngineOptions = {
  /** The client that the functions were made with, built with `embeddedClientOptions()`. */
  client: Inngest.Any;
  functions: readonly InngestFunction.Like[];
  /** A PostgreSQL database to which the engine's migration has been applied. */
  databaseUrl: string;
  log: Logger;
  clock?: Clock;
  /** Calls made at once by this process; default 10. */
  concurrency?: number;
  /** Waits between attempts, without jitter; default the real server's table with up to 30 s at random. */
  retryDelaysMs?: readonly number[];
  /** How often to look for work though nobody told of any; default 2,000. */
  pollMs?: number;
  /** How often to show this process alive and look for dead ones; default 1,000. */
  beatMs?: number;
  /** How long a call may take before it counts as a failed attempt; default 30 minutes. */
  callTimeoutMs?: number;
  /** How long ended runs and their events are kept; default 30 days. */
  retentionDays?: number;
  /** Told each statement before it is sent. For tests, which let the process die there. */
  beforeStatement?: (sql: string) => void;
};

/** Health of the engine in this process, over the queue of all. */
export type EngineHealth = {
  ok: boolean;
  /** How long the oldest due call has been waiting; null when none waits. */
  oldestPendingMs: number | null;
  /** Calls being made by this process. */
  running: number;
  /** Calls that are due and wait. */
  queued: number;
};
