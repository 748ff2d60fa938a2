"use client";

import { useQueryStates } from "nuqs";
import { isAddressBehind, whileTyping } from "../lib/typed-search";
import { PageHeader } from "../ui/page-header";
import { ProblemNote } from "../ui/problem-note";
import { SkeletonRows } from "../ui/skeleton";
import { ActivityFilterBar } from "./activity-filter-bar";
import { activityFilterParsers } from "./activity-filters";
import { ActivityList } from "./activity-list";
import { ArrivedButton } from "./arrived-button";
import { NoActivity } from "./no-activity";
import { useActivityList, type InitialActivity } from "./use-activity-list";

type ActivityScreenProps = { slug: string; initial: InitialActivity };

/** Every attempt as it happens: filter, open to see what it wrote, replay. */
export function ActivityScreen({ slug, initial }: ActivityScreenProps) {
  const [filters, setFilters] = useQueryStates(activityFilterParsers);
  const { pages, rows, arrivedCount } = useActivityList(slug, filters, initial);
  const clear = () => void setFilters(null);
  return (
    <>
      <PageHeader
        title="Activity"
        lead="Each attempt to bring a record up to date, as it happens: what was written, and why."
      />
      <ActivityFilterBar
        filters={filters}
        onType={(search) => void setFilters({ search }, whileTyping)}
        onLeaveSearch={() => {
          if (isAddressBehind(filters.search)) void setFilters({ search: filters.search });
        }}
        onChange={(change) => void setFilters(change)}
      />
      {pages.error === null ? null : (
        <ProblemNote
          title="The list could not be loaded"
          error={pages.error}
          onRetry={() => void pages.refetch()}
        />
      )}
      <ArrivedButton count={arrivedCount} onShow={() => void pages.refetch()} />
      {pages.isPending ? <SkeletonRows rows={8} label="Loading activity" /> : null}
      {pages.isSuccess && rows.length === 0 ? (
        <NoActivity slug={slug} filters={filters} onClear={clear} />
      ) : null}
      {rows.length === 0 ? null : (
        <ActivityList
          slug={slug}
          rows={rows}
          isStale={pages.isPlaceholderData}
          isLoadingMore={pages.isFetchingNextPage}
          onLoadMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
        />
      )}
    </>
  );
}
