import { Building2, FileText } from "lucide-react";
import Link from "next/link";
import type { RecordRow } from "@/server/contracts/records";
import { cn } from "../lib/cn";
import { formatDay } from "../lib/format-time";
import { meanings } from "../truth/meaning";
import { MeaningBadge } from "../truth/meaning-badge";
import { StateBadge } from "../truth/state-badge";
import { Money } from "../ui/money";
import { RelativeTime } from "../ui/relative-time";

const cell = "border-b px-3 py-2 align-middle";

function RecordName({ slug, row }: { slug: string; row: RecordRow }) {
  const Icon = row.kind === "invoice" ? FileText : Building2;
  return (
    <div className="flex items-center gap-3">
      <Icon
        aria-label={row.kind === "invoice" ? "Invoice" : "Client"}
        className="text-ink-faint size-4 shrink-0"
      />
      <div className="min-w-0">
        <Link
          data-list-stop
          href={`/${slug}/records/${row.id}`}
          className="block truncate text-left font-medium after:absolute after:inset-0 after:rounded-md"
          dir="auto"
        >
          {row.label}
        </Link>
        {row.clientName === null ? null : (
          <span className="text-small text-ink-faint block truncate text-left" dir="auto">
            {row.clientName}
          </span>
        )}
        {row.reason === null || row.health === "in_step" ? null : (
          <span className={cn("text-small block break-words", meanings[row.health].ink)}>{row.reason}</span>
        )}
        <span className="text-small text-ink-soft flex flex-wrap gap-x-3 sm:hidden">
          {row.state === null ? null : <StateBadge state={row.state} />}
          {row.total === null ? null : <Money money={row.total} />}
        </span>
      </div>
    </div>
  );
}

function DueDate({ row }: { row: RecordRow }) {
  if (row.dueDate === null) return null;
  return (
    <span className={cn("whitespace-nowrap", row.isOverdue && "text-attention font-medium")}>
      {formatDay(row.dueDate)}
      {row.isOverdue ? <span className="sr-only"> overdue</span> : null}
    </span>
  );
}

/** One record. The whole row opens it. */
export function RecordTableRow({ slug, row }: { slug: string; row: RecordRow }) {
  return (
    <tr className="hover:bg-hover focus-within:bg-hover relative h-12 transition-colors duration-150">
      <td className={cn(cell, "w-full max-w-0")}>
        <RecordName slug={slug} row={row} />
      </td>
      <td className={cn(cell, "hidden whitespace-nowrap md:table-cell")}>
        {row.state === null ? null : <StateBadge state={row.state} />}
      </td>
      <td className={cn(cell, "hidden text-right lg:table-cell")}>
        <DueDate row={row} />
      </td>
      <td className={cn(cell, "hidden text-right sm:table-cell")}>
        {row.total === null ? null : <Money money={row.total} />}
      </td>
      <td className={cn(cell, "text-ink-soft hidden text-right min-[1400px]:table-cell")}>
        {row.outstanding === null ? null : <Money money={row.outstanding} />}
      </td>
      <td className={cell}>
        <MeaningBadge meaning={row.health} />
      </td>
      <td className={cn(cell, "text-small text-ink-faint hidden text-right md:table-cell")}>
        {row.lastSyncedAt === null ? "never" : <RelativeTime at={row.lastSyncedAt} />}
      </td>
    </tr>
  );
}
