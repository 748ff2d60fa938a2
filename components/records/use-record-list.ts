import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { listRecordsOutput } from "@/server/contracts/records";
import { cursorOf, firstCursor } from "../lib/cursor";
import { useTRPC, useTRPCClient } from "../lib/trpc-provider";
import { toListInput, type RecordFilters } from "./record-filters";

const pollMs = 4000;

/** What the server rendered, and for which filters. */
export type InitialRecords = { filters: RecordFilters; firstPage: z.output<typeof listRecordsOutput> };

function isSame(a: RecordFilters, b: RecordFilters): boolean {
  return a.kind === b.kind && a.health === b.health && a.state === b.state && a.search === b.search;
}

/**
 * The records that match, page after page. Kept fresh while only the first page is shown: a longer list is
 * left alone under the reader.
 */
export function useRecordList(slug: string, filters: RecordFilters, initial: InitialRecords) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = toListInput(slug, filters);
  return useInfiniteQuery({
    queryKey: trpc.records.list.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => client.records.list.query({ ...input, ...cursorOf(pageParam) }),
    initialPageParam: firstCursor,
    getNextPageParam: (page) => page.nextCursor,
    ...(isSame(filters, initial.filters)
      ? { initialData: { pages: [initial.firstPage], pageParams: [firstCursor] } }
      : {}),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : pollMs),
  });
}
