import { z } from "zod";
import { reserveSlot } from "../pure/gcra";
import type { InTurn } from "./handle-due";
import type { Turn } from "./turn";

const waitingSchema = z.object({ id: z.string(), function_id: z.string(), gate: z.string() });
const gateSchema = z.object({ key: z.string(), tat_ms: z.number() });
const batchSize = 500;

type Waiting = z.output<typeof waitingSchema>;

async function readGates(turn: Turn, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await turn.session.rows(
    gateSchema,
    "SELECT key, tat_ms FROM engine.gate WHERE key = ANY ($1::text[]) ORDER BY key FOR UPDATE",
    [[...keys]],
  );
  return new Map(rows.map((row) => [row.key, row.tat_ms]));
}

/** Gives each waiting start its time, in order of arrival, and moves the gates on. */
function reserve(turn: Turn, waiting: readonly Waiting[], gates: Map<string, number>): Map<string, Date> {
  const startAt = new Map<string, Date>();
  for (const job of waiting) {
    const throttle = turn.functions.find(job.function_id)?.throttle;
    if (!throttle) {
      startAt.set(job.id, turn.now);
      continue;
    }
    const slot = reserveSlot(throttle, gates.get(job.gate) ?? null, turn.now.getTime());
    gates.set(job.gate, slot.tatMs);
    startAt.set(job.id, new Date(Math.ceil(slot.startAtMs)));
  }
  return startAt;
}

/**
 * Lets throttled runs through their gates: each start that has come due reserves the next free time, once, and waits
 * for it as an ordinary job. Tells how many there were.
 */
export async function passGates(inTurn: InTurn): Promise<number> {
  return inTurn(async (turn) => {
    // One process at a time, so that the order of arrival holds.
    await turn.session.run("SELECT pg_advisory_xact_lock(7300, 2)");
    const waiting = await turn.session.rows(
      waitingSchema,
      `SELECT id, function_id, gate FROM engine.job
       WHERE state = 'later' AND gate IS NOT NULL AND due_at <= $1 AND function_id = ANY ($2::text[])
       ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [turn.now, turn.functions.all.map((fn) => fn.id), batchSize],
    );
    if (waiting.length === 0) return 0;
    const gates = await readGates(turn, [...new Set(waiting.map((job) => job.gate))]);
    const startAt = reserve(turn, waiting, gates);
    await turn.session.run(
      `UPDATE engine.job j SET gate = NULL, due_at = w.start_at
       FROM unnest($1::bigint[], $2::timestamptz[]) AS w(id, start_at) WHERE j.id = w.id`,
      [[...startAt.keys()], [...startAt.values()]],
    );
    await turn.session.run(
      `INSERT INTO engine.gate (key, tat_ms) SELECT * FROM unnest($1::text[], $2::double precision[])
       ON CONFLICT (key) DO UPDATE SET tat_ms = excluded.tat_ms`,
      [[...gates.keys()], [...gates.values()]],
    );
    return waiting.length;
  });
}
