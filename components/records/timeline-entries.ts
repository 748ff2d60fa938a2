import type { AttemptDto, SyncEventDto } from "@/server/contracts/sync";

export type TimelineEntry =
  | { kind: "event"; id: string; at: Date; event: SyncEventDto }
  | { kind: "attempt"; id: string; at: Date; attempt: AttemptDto };

/** Events and attempts as one story, newest first; of two at one instant the attempt is the later. */
export function timelineEntries(
  events: readonly SyncEventDto[],
  attempts: readonly AttemptDto[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...attempts.map((attempt) => ({
      kind: "attempt" as const,
      id: attempt.id,
      at: attempt.startedAt,
      attempt,
    })),
    ...events.map((event) => ({ kind: "event" as const, id: event.id, at: event.receivedAt, event })),
  ];
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime() || a.kind.localeCompare(b.kind));
}
