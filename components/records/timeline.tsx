import { useState } from "react";
import type { AttemptDto, SyncEventDto } from "@/server/contracts/sync";
import { useNowMs } from "../lib/clock-provider";
import { Panel } from "../ui/panel";
import { AttemptEntry } from "./attempt-entry";
import { EventEntry } from "./event-entry";
import { timelineEntries } from "./timeline-entries";

type TimelineProps = { events: readonly SyncEventDto[]; attempts: readonly AttemptDto[] };

/** All that was heard of the record and all that was tried, newest first. */
export function Timeline({ events, attempts }: TimelineProps) {
  const [openedAtMs] = useState(useNowMs());
  const entries = timelineEntries(events, attempts);
  return (
    <Panel title="Timeline">
      {entries.length === 0 ? (
        <p className="text-ink-soft">Nothing has happened to this record yet.</p>
      ) : (
        <ol className="relative flex flex-col gap-6 border-l pl-6">
          {entries.map((entry) => (
            <li key={entry.id} className="relative min-w-0">
              {entry.kind === "event" ? (
                <EventEntry event={entry.event} />
              ) : (
                <AttemptEntry attempt={entry.attempt} isNew={entry.at.getTime() > openedAtMs} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
