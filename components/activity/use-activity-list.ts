import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { z } from "zod";
import type { listActivityOutput } from "@/server/contracts/activity";
import { cursorOf, firstCursor } from "../lib/cursor";
import { useTRPC, useTRPCClient } from "../lib/trpc-provider";
import { toListInput, type ActivityFilters } from "./activity-filters";
import { mergeLive } from "./merge-live";

const pollMs = 2000;
const headSize = 20;
/** Scrolled less than this, the reader is at the top and sees new rows come in. */
const topPx = 120;

/** What the server rendered, and for which filters. */
export type InitialActivity = { filters: ActivityFilters; firstPage: z.output<typeof listActivityOutput> };

function isSame(a: ActivityFilters, b: ActivityFilters): boolean {
  return a.origin === b.origin && a.outcome === b.outcome && a.search === b.search;
}

/** The attempts that match, page after page; read again only when asked. */
function usePages(slug: string, filters: ActivityFilters, initial: InitialActivity) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = toListInput(slug, filters);
  return useInfiniteQuery({
    queryKey: trpc.activity.list.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => client.activity.list.query({ ...input, ...cursorOf(pageParam) }),
    initialPageParam: firstCursor,
    getNextPageParam: (page) => page.nextCursor,
    ...(isSame(filters, initial.filters)
      ? { initialData: { pages: [initial.firstPage], pageParams: [firstCursor] } }
      : {}),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/**
 * A live list that never jumps under the reader: the newest attempts are polled beside it. At the top they are
 * let in at once; further down they are counted, and come in when the reader says so.
 */
export function useActivityList(slug: string, filters: ActivityFilters, initial: InitialActivity) {
  const trpc = useTRPC();
  const pages = usePages(slug, filters, initial);
  const head = useQuery({
    ...trpc.activity.list.queryOptions({ ...toListInput(slug, filters), limit: headSize }),
    refetchInterval: pollMs,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const live = mergeLive(rows, pages.isPlaceholderData ? [] : (head.data?.rows ?? []));
  const arrivedCount = live.arrived.length;
  const { refetch } = pages;
  useEffect(() => {
    if (arrivedCount > 0 && window.scrollY < topPx) void refetch();
  }, [arrivedCount, refetch]);
  return { pages, rows: live.shown, arrivedCount };
}
