"use client";

import { Download } from "lucide-react";
import { useQueryStates } from "nuqs";
import type { MemberDto } from "@/server/contracts/members";
import { cn } from "../lib/cn";
import { isAddressBehind, whileTyping } from "../lib/typed-search";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNote } from "../ui/problem-note";
import { SkeletonRows } from "../ui/skeleton";
import { AuditEntry } from "./audit-entry";
import { AuditFilterBar } from "./audit-filter-bar";
import { auditFilterParsers } from "./audit-filters";
import { useAuditList, type InitialAudit } from "./use-audit-list";

type AuditScreenProps = { slug: string; initial: InitialAudit; members: readonly MemberDto[] };

function AuditHead({ slug }: { slug: string }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-soft max-w-prose">
        Every change of settings, members, mapping and connections: who, when, from where, before and after.
      </p>
      <Button asChild size="sm">
        <a href={`/api/export/${encodeURIComponent(slug)}/audit`} download>
          <Download aria-hidden className="size-4" />
          Export all as CSV
        </a>
      </Button>
    </div>
  );
}

function AuditList({ list }: { list: ReturnType<typeof useAuditList> }) {
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  if (list.isPending) return <SkeletonRows rows={6} label="Loading the audit log" />;
  if (entries.length === 0) {
    return (
      <EmptyState title="No entry matches">
        Choose fewer filters; search looks at names, addresses and changed values.
      </EmptyState>
    );
  }
  return (
    <div aria-busy={list.isPlaceholderData} className={cn(list.isPlaceholderData && "opacity-60")}>
      <ul aria-label="Audit log" className="border-t">
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="mt-4 flex justify-center">
          <Button isPending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Load older
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Who changed what, newest first. */
export function AuditScreen({ slug, initial, members }: AuditScreenProps) {
  const [filters, setFilters] = useQueryStates(auditFilterParsers);
  const list = useAuditList(slug, filters, initial);
  return (
    <>
      <AuditHead slug={slug} />
      <AuditFilterBar
        filters={filters}
        actions={initial.firstPage.actions}
        members={members}
        onType={(search) => void setFilters({ search }, whileTyping)}
        onLeaveSearch={() => {
          if (isAddressBehind(filters.search)) void setFilters({ search: filters.search });
        }}
        onChange={(change) => void setFilters(change)}
      />
      {list.error === null ? null : (
        <ProblemNote
          title="The log could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      <AuditList list={list} />
    </>
  );
}
