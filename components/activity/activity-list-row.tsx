import Link from "next/link";
import type { ActivityRow } from "@/server/contracts/activity";
import { cn } from "../lib/cn";
import { countOf } from "../lib/format-count";
import { formatDuration } from "../lib/format-time";
import { OutcomeBadge } from "../truth/outcome-badge";
import { originWords } from "../truth/outcome-look";
import { ReplayButton } from "../truth/replay-button";
import { RelativeTime } from "../ui/relative-time";

type ActivityListRowProps = {
  slug: string;
  row: ActivityRow;
  /** It came while the page was open: shown arriving. */
  isNew: boolean;
};

function RowFacts({ row }: { row: ActivityRow }) {
  return (
    <p className="text-small text-ink-faint flex flex-wrap gap-x-3">
      <span>Attempt {row.number}</span>
      <span>
        {originWords[row.origin].word}
        {row.eventCount > 1 ? `, ${countOf(row.eventCount, "event")} in one` : ""}
      </span>
      {row.writeCount === 0 ? null : <span>{countOf(row.writeCount, "write")}</span>}
      {row.durationMs === null ? null : <span>{formatDuration(row.durationMs)}</span>}
    </p>
  );
}

/** One attempt: of which record, how it ended, in words what it did, and a button to try again. */
export function ActivityListRow({ slug, row, isNew }: ActivityListRowProps) {
  return (
    <li
      className={cn(
        "hover:bg-hover focus-within:bg-hover relative grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 gap-y-1 border-b px-3 py-2 transition-colors duration-150 md:grid-cols-[7rem_minmax(0,1fr)_5.5rem_6.5rem]",
        isNew && "animate-arrive",
      )}
    >
      <span className="max-md:col-start-1 max-md:row-start-1">
        <OutcomeBadge outcome={row.outcome} />
      </span>
      <div className="min-w-0 max-md:col-span-3 max-md:row-start-2">
        <p className="line-clamp-3 break-words">
          <Link
            data-list-stop
            href={`/${slug}/records/${row.recordId}`}
            className="font-medium after:absolute after:inset-0 after:rounded-md"
            dir="auto"
          >
            {row.kind === "invoice" ? "Invoice" : "Client"} {row.label}
          </Link>
          <span className="text-ink-soft ml-2" dir="auto">
            {row.summary}
          </span>
        </p>
        {row.errorMessage === null || row.errorMessage === row.summary ? null : (
          <p
            className={cn(
              "text-small break-words",
              row.outcome === "failed" ? "text-failing" : "text-ink-soft",
            )}
          >
            {row.errorMessage}
          </p>
        )}
        <RowFacts row={row} />
      </div>
      <span className="text-small text-ink-faint text-right max-md:col-start-2 max-md:row-start-1">
        <RelativeTime at={row.startedAt} />
      </span>
      <span className="relative z-10 text-right max-md:col-start-3 max-md:row-start-1 md:col-start-4">
        <ReplayButton slug={slug} recordId={row.recordId} label={`${row.kind} ${row.label}`} isCompact />
      </span>
    </li>
  );
}
