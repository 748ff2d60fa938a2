"use client";

import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { preflightOutput } from "@/server/contracts/connections";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ProblemNote } from "../ui/problem-note";
import { RelativeTime } from "../ui/relative-time";
import { SkeletonRows } from "../ui/skeleton";
import { CheckList } from "./check-list";

type Preflight = z.output<typeof preflightOutput>;

/** Asks both systems whether anything stands in the way; once by itself, then whenever asked. */
export function usePreflight(slug: string) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.connections.preflight.queryOptions({ workspace: slug }),
    staleTime: Infinity,
    retry: false,
  });
}

function verdictOf({ checks, isReady }: Preflight): string {
  const problems = checks.filter(({ status }) => status === "problem").length;
  const warnings = checks.filter(({ status }) => status === "warning").length;
  if (!isReady) return `${String(problems)} ${problems === 1 ? "thing is" : "things are"} in the way`;
  if (warnings === 0) return "Nothing is in the way";
  return `Nothing is in the way; ${String(warnings)} ${warnings === 1 ? "thing is" : "things are"} worth knowing`;
}

/** The pre-flight list with its verdict, and the button to look again. */
export function PreflightList({ preflight }: { preflight: ReturnType<typeof usePreflight> }) {
  const { data, error, isFetching, refetch } = preflight;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-ink-soft">
          {data === undefined ? null : (
            <>
              <span className="text-ink font-medium">{verdictOf(data)}</span>, as of{" "}
              <RelativeTime at={data.checkedAt} />
            </>
          )}
        </p>
        <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
          Check again
        </Button>
      </div>
      {error === null ? null : <ProblemNote title="We could not look" error={error} />}
      {data === undefined && isFetching ? <SkeletonRows rows={6} label="Asking both systems" /> : null}
      {data === undefined ? null : <CheckList label="Pre-flight" checks={data.checks} />}
    </div>
  );
}
