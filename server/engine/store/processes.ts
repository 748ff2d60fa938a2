import { z } from "zod";
import type { Database } from "./database";
import { processLockClass } from "./membership";

const beatSchema = z.object({ known: z.boolean(), freed: z.number() });

/** How long a process may stay silent though its connection stands, as when its machine is cut off. */
const silenceSeconds = 30;

const beatSql = `
  WITH beat AS (UPDATE engine.process SET seen_at = now() WHERE id = $1 RETURNING id),
  dead AS (
    DELETE FROM engine.process p
    WHERE p.id <> $1 AND (p.seen_at < now() - make_interval(secs => $2) OR NOT EXISTS (
      SELECT 1 FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.classid = $3 AND l.objid = p.id::oid AND l.objsubid = 2 AND l.granted
        AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())))
    RETURNING p.id
  ),
  freed AS (
    UPDATE engine.job j SET state = 'ready', generation = j.generation + 1, lost = j.lost + 1, leased_by = NULL,
      leased_at = NULL
    WHERE j.state = 'leased' AND (
      j.leased_by IN (SELECT dead.id FROM dead)
      -- Taken by a process that had been given up for dead and did not know it yet.
      OR NOT EXISTS (SELECT 1 FROM engine.process p WHERE p.id = j.leased_by))
    RETURNING 1
  )
  SELECT EXISTS (SELECT 1 FROM beat) AS known, (SELECT count(*) FROM freed)::integer AS freed`;

/** What a beat found: whether this process still counts as alive, and how many jobs of dead ones it set free. */
export type Beat = z.output<typeof beatSchema>;

/** Shows this process alive, and takes the jobs from those that are dead. */
export async function beat(database: Database, processId: string): Promise<Beat> {
  const [row] = await database.rows(beatSchema, beatSql, [processId, silenceSeconds, processLockClass]);
  return row ?? { known: false, freed: 0 };
}

/** Hands back what this process still holds, for others to take at once, and strikes it off. */
export async function leaveProcesses(database: Database, processId: string): Promise<void> {
  await database.transaction(async (session) => {
    await session.run(
      `UPDATE engine.job SET state = 'ready', generation = generation + 1, leased_by = NULL, leased_at = NULL
       WHERE leased_by = $1`,
      [processId],
    );
    await session.run("DELETE FROM engine.process WHERE id = $1", [processId]);
    await session.run("SELECT pg_notify('engine_wake', $1)", [processId]);
  });
}
