"use client";

import { useQueryStates } from "nuqs";
import { isAddressBehind, whileTyping } from "../lib/typed-search";
import { PageHeader } from "../ui/page-header";
import { ProblemNote } from "../ui/problem-note";
import { SkeletonRows } from "../ui/skeleton";
import { NoRecords } from "./no-records";
import { RecordFilterBar } from "./record-filter-bar";
import { recordFilterParsers } from "./record-filters";
import { RecordTable } from "./record-table";
import { useRecordList, type InitialRecords } from "./use-record-list";

type RecordsScreenProps = { slug: string; initial: InitialRecords };

/** Every client and invoice with its health: search, filter, walk with j and k, open with Enter. */
export function RecordsScreen({ slug, initial }: RecordsScreenProps) {
  const [filters, setFilters] = useQueryStates(recordFilterParsers);
  const list = useRecordList(slug, filters, initial);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const clear = () => void setFilters(null);
  return (
    <>
      <PageHeader
        title="Records"
        lead="Each client and invoice that FreshBooks has told us of, and where it stands."
      />
      <RecordFilterBar
        filters={filters}
        onType={(search) => void setFilters({ search }, whileTyping)}
        onLeaveSearch={() => {
          if (isAddressBehind(filters.search)) void setFilters({ search: filters.search });
        }}
        onChange={(change) => void setFilters(change)}
      />
      {list.error === null ? null : (
        <ProblemNote
          title="The list could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending ? <SkeletonRows rows={8} label="Loading records" /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <NoRecords slug={slug} filters={filters} onClear={clear} />
      ) : null}
      {rows.length === 0 ? null : (
        <RecordTable
          slug={slug}
          rows={rows}
          isStale={list.isPlaceholderData}
          isLoadingMore={list.isFetchingNextPage}
          onLoadMore={list.hasNextPage ? () => void list.fetchNextPage() : null}
        />
      )}
    </>
  );
}
