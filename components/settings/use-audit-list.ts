import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { listAuditOutput } from "@/server/contracts/audit";
import { cursorOf, firstCursor } from "../lib/cursor";
import { useTRPC, useTRPCClient } from "../lib/trpc-provider";
import { toListInput, type AuditFilters } from "./audit-filters";

/** What the server rendered, and for which filters. */
export type InitialAudit = { filters: AuditFilters; firstPage: z.output<typeof listAuditOutput> };

function isSame(a: AuditFilters, b: AuditFilters): boolean {
  return a.action === b.action && a.actor === b.actor && a.search === b.search;
}

/** The entries that match, page after page. */
export function useAuditList(slug: string, filters: AuditFilters, initial: InitialAudit) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = toListInput(slug, filters);
  return useInfiniteQuery({
    queryKey: trpc.audit.list.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => client.audit.list.query({ ...input, ...cursorOf(pageParam) }),
    initialPageParam: firstCursor,
    getNextPageParam: (page) => page.nextCursor,
    ...(isSame(filters, initial.filters)
      ? { initialData: { pages: [initial.firstPage], pageParams: [firstCursor] } }
      : {}),
    placeholderData: keepPreviousData,
  });
}
