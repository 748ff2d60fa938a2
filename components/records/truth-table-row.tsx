import type { TruthRow } from "@/server/contracts/records";
import { cn } from "../lib/cn";
import { TruthLine } from "../truth/truth-line";
import { RelativeTime } from "../ui/relative-time";

/** The columns of every row, and of the head above them: what it is, the ledger, the line, the pipeline. */
export const truthColumns =
  "grid grid-cols-[minmax(0,1fr)_2.5rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)] sm:gap-x-6 lg:grid-cols-[11rem_minmax(0,3fr)_7rem_minmax(0,4fr)]";

function Value({ text, isFaint }: { text: string | null; isFaint: boolean }) {
  return (
    <p dir="auto" className={cn("font-medium break-words", (text === null || isFaint) && "text-ink-faint")}>
      {text ?? "empty"}
    </p>
  );
}

function Because({ row }: { row: TruthRow }) {
  if (row.because === null) return null;
  return (
    <p className={cn("text-small", row.state === "failing" ? "text-failing" : "text-ink-soft")}>
      {row.because}
      {row.writtenAt === null ? null : (
        <span className="text-ink-faint">
          {" · written "}
          <RelativeTime at={row.writtenAt} />
        </span>
      )}
    </p>
  );
}

type TruthTableRowProps = {
  row: TruthRow;
  /** The record is left out: what has not crossed is not on its way. */
  isExcluded: boolean;
};

/** One value that crosses: what it is, the ledger's, the line, the pipeline's, and why it is what it is. */
export function TruthTableRow({ row, isExcluded }: TruthTableRowProps) {
  const line = isExcluded && row.state === "waiting" ? "excluded" : row.state;
  return (
    <li className={cn(truthColumns, "items-start px-4 py-3 sm:px-6")}>
      <div className="min-w-0 max-lg:col-span-3 max-lg:mb-1">
        <p className="text-small text-ink-soft">{row.label}</p>
        <code className="text-micro text-ink-faint block truncate font-mono max-lg:hidden" title={row.target}>
          {row.target}
        </code>
      </div>
      <div className="min-w-0">
        <Value text={row.ledger} isFaint={false} />
        <code className="text-micro text-ink-faint font-mono break-all max-sm:hidden">{row.source}</code>
      </div>
      <TruthLine state={line} className="mt-0.5 w-full" />
      <div className="min-w-0">
        <Value text={row.pipeline} isFaint={row.state !== "in_step"} />
        <div className="max-sm:hidden">
          <Because row={row} />
        </div>
      </div>
      <div className="col-span-3 mt-1 sm:hidden">
        <Because row={row} />
      </div>
    </li>
  );
}
