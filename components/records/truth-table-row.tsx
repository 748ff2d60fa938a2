import type { TruthRow } from "@/server/contracts/records";
import { cn } from "../lib/cn";
import { TruthLine } from "../truth/truth-line";
import { RelativeTime } from "../ui/relative-time";

function Value({ text, isFaint }: { text: string | null; isFaint: boolean }) {
  return (
    <p dir="auto" className={cn("font-medium break-words", (text === null || isFaint) && "text-ink-faint")}>
      {text ?? "empty"}
    </p>
  );
}

/** One value that crosses: the ledger's, the line, the pipeline's, and beneath it why and when. */
export function TruthTableRow({ row }: { row: TruthRow }) {
  return (
    <li className="px-4 py-3 sm:px-6">
      <p className="text-micro text-ink-faint mb-1 sm:sr-only">{row.label}</p>
      <div className="grid grid-cols-[minmax(0,1fr)_2.5rem_minmax(0,1fr)] items-center gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,1fr)] sm:gap-6">
        <div className="min-w-0">
          <p aria-hidden className="text-micro text-ink-faint max-sm:hidden">
            {row.label}
          </p>
          <Value text={row.ledger} isFaint={false} />
          <code className="text-micro text-ink-faint font-mono break-all max-sm:hidden">{row.source}</code>
        </div>
        <TruthLine state={row.state} className="w-full" />
        <div className="min-w-0">
          <p aria-hidden className="text-micro text-ink-faint max-sm:hidden">
            {row.label}
          </p>
          <Value text={row.pipeline} isFaint={row.state !== "in_step"} />
          <code
            className="text-micro text-ink-faint block truncate font-mono max-sm:hidden"
            title={row.target}
          >
            {row.target}
          </code>
        </div>
      </div>
      {row.because === null ? null : (
        <p className={cn("text-small mt-2", row.state === "failing" ? "text-failing" : "text-ink-soft")}>
          {row.because}
          {row.writtenAt === null ? null : (
            <span className="text-ink-faint">
              {" "}
              Written <RelativeTime at={row.writtenAt} />.
            </span>
          )}
        </p>
      )}
    </li>
  );
}
