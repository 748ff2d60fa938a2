"use client";

import { useQuery } from "@tanstack/react-query";
import type { Overview } from "@/server/contracts/overview";
import { useTRPC } from "../lib/trpc-provider";
import { ProblemNote } from "../ui/problem-note";
import { BudgetPanel } from "./budget-panel";
import { FourLists } from "./four-lists";
import { HealthHeader } from "./health-header";
import { MoneyPanel } from "./money-panel";
import { SpeedPanel } from "./speed-panel";
import { TwoSides } from "./two-sides";

const pollMs = 2000;

type OverviewScreenProps = { slug: string; initial: Overview };

/** The overview, kept alive every two seconds while its tab is visible. */
export function OverviewScreen({ slug, initial }: OverviewScreenProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.overview.get.queryOptions({ workspace: slug }),
    initialData: initial,
    refetchInterval: pollMs,
  });
  return (
    <div className="flex flex-col gap-8">
      <HealthHeader slug={slug} overview={data} />
      {error === null ? null : (
        <ProblemNote
          title="This is the last we know; it could not be renewed"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      <TwoSides slug={slug} overview={data} />
      <FourLists slug={slug} counts={data.counts} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_320px]">
        <MoneyPanel moneyByState={data.moneyByState} />
        <div className="flex flex-col gap-8">
          <SpeedPanel overview={data} />
          <BudgetPanel budget={data.budget} />
        </div>
      </div>
    </div>
  );
}
