"use client";

import { useRef } from "react";
import type { RecordRow } from "@/server/contracts/records";
import { cn } from "../lib/cn";
import { useListKeys } from "../lib/use-list-keys";
import { Button } from "../ui/button";
import { RecordTableRow } from "./record-table-row";

type RecordTableProps = {
  slug: string;
  rows: readonly RecordRow[];
  /** The rows still answer an earlier filter; the new ones are coming. */
  isStale: boolean;
  isLoadingMore: boolean;
  onLoadMore: (() => void) | null;
};

const headings = [
  { text: "Record", look: "text-left" },
  { text: "State", look: "hidden text-left md:table-cell" },
  { text: "Due", look: "hidden text-right lg:table-cell" },
  { text: "Total", look: "hidden text-right sm:table-cell" },
  { text: "Outstanding", look: "hidden text-right min-[1400px]:table-cell" },
  { text: "Health", look: "text-left" },
  { text: "Last synced", look: "hidden text-right md:table-cell" },
] as const;

/** The records as rows of one height; the head stays in sight. */
export function RecordTable({ slug, rows, isStale, isLoadingMore, onLoadMore }: RecordTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useListKeys(body);
  return (
    <div aria-busy={isStale} className={cn("transition-opacity duration-150", isStale && "opacity-60")}>
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">
          Records. The keys j and k walk the list, Enter opens, / searches.
        </caption>
        <thead className="text-micro text-ink-faint">
          <tr>
            {headings.map(({ text, look }) => (
              <th
                key={text}
                scope="col"
                className={cn(
                  "bg-canvas sticky top-14 z-10 border-b px-3 py-2 font-normal whitespace-nowrap md:top-0",
                  look,
                )}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <RecordTableRow key={row.id} slug={slug} row={row} />
          ))}
        </tbody>
      </table>
      {onLoadMore === null ? null : (
        <div className="mt-4 flex justify-center">
          <Button onClick={onLoadMore} isPending={isLoadingMore}>
            Load more
          </Button>
        </div>
      )}
    </div>
  );
}
