import type { ActivityRow } from "@/server/contracts/activity";

/** The shown rows with what is known anew of them, and those that are not shown yet. */
export type LiveRows = { shown: ActivityRow[]; arrived: ActivityRow[] };

/**
 * Lays the newest rows over the shown ones. A row already shown is renewed in its place (a running attempt
 * that ended), so nothing moves; rows that are newer than all shown wait in `arrived`.
 */
export function mergeLive(shown: readonly ActivityRow[], newest: readonly ActivityRow[]): LiveRows {
  const renewed = new Map(newest.map((row) => [row.attemptId, row]));
  const known = new Set(shown.map(({ attemptId }) => attemptId));
  return {
    shown: shown.map((row) => renewed.get(row.attemptId) ?? row),
    arrived: newest.filter(({ attemptId }) => !known.has(attemptId)),
  };
}
