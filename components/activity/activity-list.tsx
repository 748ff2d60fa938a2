"use client";

import { useRef, useState } from "react";
import type { ActivityRow } from "@/server/contracts/activity";
import { cn } from "../lib/cn";
import { useNowMs } from "../lib/clock-provider";
import { useListKeys } from "../lib/use-list-keys";
import { Button } from "../ui/button";
import { ActivityListRow } from "./activity-list-row";

type ActivityListProps = {
  slug: string;
  rows: readonly ActivityRow[];
  /** The rows still answer an earlier filter; the new ones are coming. */
  isStale: boolean;
  isLoadingMore: boolean;
  onLoadMore: (() => void) | null;
};

/** The attempts, newest first. j and k walk them, Enter opens the record. */
export function ActivityList({ slug, rows, isStale, isLoadingMore, onLoadMore }: ActivityListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [openedAtMs] = useState(useNowMs());
  useListKeys(list);
  return (
    <div aria-busy={isStale} className={cn("transition-opacity duration-150", isStale && "opacity-60")}>
      <ul ref={list} aria-label="Attempts" className="border-t">
        {rows.map((row) => (
          <ActivityListRow
            key={row.attemptId}
            slug={slug}
            row={row}
            isNew={row.startedAt.getTime() > openedAtMs}
          />
        ))}
      </ul>
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
