import type { Clock } from "@/server/lib/clock";
import type { Database } from "../store/database";
import { saveProgress } from "../store/save-progress";
import type { Progress } from "../store/save-progress";

type Waiting = { progress: Progress; resolve: (kept: boolean) => void; reject: (error: unknown) => void };

/** Stores the progress of calls; each promise tells whether the call was still ours. */
export type ProgressWriter = { save(progress: Progress): Promise<boolean> };

/** Statements under way at once; what comes in meanwhile shares the next one. */
const statementsAtOnce = 2;
const largestBatch = 50;

/**
 * Gathers the progress that several calls report at the same time into one statement. A batch that fails is stored one
 * by one, so that one bad value hurts nobody else.
 */
export function createProgressWriter(database: Database, clock: Clock): ProgressWriter {
  let waiting: Waiting[] = [];
  let running = 0;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const entries = batch.map((entry) => entry.progress);
    const kept = await saveProgress(database, entries, clock.now());
    for (const { progress, resolve } of batch) resolve(kept.has(progress.jobId));
  };

  const writeEach = async (batch: readonly Waiting[]): Promise<void> => {
    for (const entry of batch) {
      try {
        await write([entry]);
      } catch (error) {
        entry.reject(error);
      }
    }
  };

  const flush = async (): Promise<void> => {
    running += 1;
    const batch = waiting.slice(0, largestBatch);
    waiting = waiting.slice(largestBatch);
    try {
      await write(batch);
    } catch {
      // The error of the one entry that caused it reaches its own caller.
      await writeEach(batch);
    } finally {
      running -= 1;
      pump();
    }
  };

  const pump = (): void => {
    if (waiting.length > 0 && running < statementsAtOnce) void flush();
  };

  return {
    save: (progress) =>
      new Promise((resolve, reject) => {
        waiting.push({ progress, resolve, reject });
        // Calls that report in the same moment share a statement.
        queueMicrotask(pump);
      }),
  };
}
