import "server-only";
import type { Db } from "../client";

/** One key to be counted, with the policy it is counted by. */
export type CountedTry = {
  key: string;
  /** So many tries pass at once; each one from this on begins a wait, every time twice as long. */
  free: number;
  firstWaitMs: number;
  mostWaitMs: number;
  /** After so long without a try the count begins anew. */
  forgetAfterMs: number;
};

/** What became of one key: counted, or blocked until then (null when that was not to be seen, in a race). */
export type TryOutcome = { key: string; isTaken: boolean; blockedUntil: Date | null };

/**
 * Counts a try for all keys, or for none when one of them is blocked: whoever is kept out by one key runs up no other.
 * One statement, so that tries made at the same time are each counted before any of them is answered. The rows are
 * taken in the order of their keys, lest two such statements wait for each other.
 */
export async function countTries(db: Db, tries: readonly CountedTry[], now: Date): Promise<TryOutcome[]> {
  const column = <Name extends keyof CountedTry>(name: Name) => tries.map((one) => one[name]);
  return await db.$queryRaw<TryOutcome[]>`
    WITH wanted AS (
      SELECT * FROM unnest(
        ${column("key")}::text[], ${column("free")}::int[], ${column("firstWaitMs")}::float8[],
        ${column("mostWaitMs")}::float8[], ${column("forgetAfterMs")}::float8[]
      ) AS w(key, free, first_ms, most_ms, forget_ms)
    ), held AS (
      SELECT t.key, t."blockedUntil" FROM "Throttle" t WHERE t.key IN (SELECT w.key FROM wanted w)
      ORDER BY t.key FOR UPDATE
    ), taken AS (
      INSERT INTO "Throttle" AS t (key, failures, "blockedUntil", "updatedAt")
      SELECT w.key, 1, CASE WHEN w.free <= 1 THEN ${now}::timestamptz + w.first_ms * interval '1 ms' END, ${now}::timestamptz
      FROM wanted w
      WHERE NOT EXISTS (SELECT 1 FROM held h WHERE h."blockedUntil" > ${now}::timestamptz)
      ORDER BY w.key
      ON CONFLICT (key) DO UPDATE SET (failures, "blockedUntil", "updatedAt") = (
        SELECT n.failures,
          CASE WHEN n.failures >= w.free THEN ${now}::timestamptz + interval '1 ms' *
            least(w.most_ms, w.first_ms * power(2, least(n.failures - w.free, 40))) END,
          ${now}::timestamptz
        FROM wanted w, LATERAL (
          SELECT CASE WHEN t."updatedAt" <= ${now}::timestamptz - w.forget_ms * interval '1 ms' THEN 1
            ELSE t.failures + 1 END AS failures
        ) n
        WHERE w.key = t.key
      )
      WHERE t."blockedUntil" IS NULL OR t."blockedUntil" <= ${now}::timestamptz
      RETURNING t.key
    )
    SELECT w.key, t.key IS NOT NULL AS "isTaken", h."blockedUntil"
    FROM wanted w LEFT JOIN taken t ON t.key = w.key LEFT JOIN held h ON h.key = w.key`;
}

/** Forgets what was counted for these keys. */
export async function forgetTries(db: Db, keys: readonly string[]): Promise<void> {
  await db.throttle.deleteMany({ where: { key: { in: [...keys] } } });
}

/** Takes back one try of each of these keys, and the wait it began. */
export async function takeBackTries(db: Db, keys: readonly string[]): Promise<void> {
  await db.throttle.updateMany({
    where: { key: { in: [...keys] }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: null },
  });
}

/** Forgets what nobody has tried since `before`. */
export async function deleteThrottlesBefore(db: Db, before: Date): Promise<void> {
  await db.throttle.deleteMany({ where: { updatedAt: { lt: before } } });
}
