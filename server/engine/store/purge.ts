import { firstUlidAt } from "../pure/event-ids";
import type { Database } from "./database";

const batchSize = 1_000;

/** Removes runs that ended and events that came more than `keptMs` ago, in small pieces, and keys that expired. */
export async function purge(database: Database, now: Date, keptMs: number): Promise<void> {
  const before = new Date(now.getTime() - keptMs);
  const oldest = firstUlidAt(before.getTime());
  for (let removed = batchSize; removed >= batchSize;) {
    removed = await database.run(
      `WITH gone AS (
         DELETE FROM engine.run WHERE id IN (
           SELECT id FROM engine.run WHERE id < $1 AND ended_at < $2 ORDER BY id LIMIT $3)
         RETURNING id
       ),
       steps AS (DELETE FROM engine.step s USING gone WHERE s.run_id = gone.id),
       failures AS (DELETE FROM engine.failure f USING gone WHERE f.run_id = gone.id)
       SELECT id FROM gone`,
      [oldest, before, batchSize],
    );
  }
  for (let removed = batchSize; removed >= batchSize;) {
    removed = await database.run(
      `DELETE FROM engine.event WHERE id IN (
         SELECT e.id FROM engine.event e WHERE e.received_at < $1
           AND NOT EXISTS (SELECT 1 FROM engine.run r WHERE r.event_id = e.id)
           AND NOT EXISTS (SELECT 1 FROM engine.debounce d WHERE d.event_id = e.id)
         ORDER BY e.received_at LIMIT $2)`,
      [before, batchSize],
    );
  }
  await database.run("DELETE FROM engine.once WHERE expires_at <= $1", [now]);
  await database.run("DELETE FROM engine.gate WHERE tat_ms < $1", [now.getTime()]);
}
