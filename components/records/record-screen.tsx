"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { RecordDetail } from "@/server/contracts/records";
import { useTRPC } from "../lib/trpc-provider";
import { ProblemNote } from "../ui/problem-note";
import { RecordHeader } from "./record-header";
import { Timeline } from "./timeline";
import { TruthTable } from "./truth-table";

const pollMs = 3000;
const watchMs = 700;

type RecordScreenProps = { slug: string; recordId: string; initial: RecordDetail };

function isMoving({ record, attempts, events }: RecordDetail): boolean {
  const isOpen = events.some(({ status }) => status === "received" || status === "handed");
  return isOpen || record.health === "waiting" || attempts[0]?.outcome === "running";
}

/** One record, watched closely while something is under way and calmly otherwise. */
export function RecordScreen({ slug, recordId, initial }: RecordScreenProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.records.get.queryOptions({ workspace: slug, recordId }),
    initialData: initial,
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data) ? watchMs : pollMs),
  });
  return (
    <>
      <Link
        href={`/${slug}/records`}
        className="text-small text-ink-soft hover:text-ink mb-2 inline-flex min-h-8 items-center gap-1 rounded-md"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Records
      </Link>
      <RecordHeader slug={slug} detail={data} />
      <div className="flex flex-col gap-8">
        {error === null ? null : (
          <ProblemNote
            title="This is the last we know; it could not be renewed"
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        <TruthTable detail={data} />
        <Timeline events={data.events} attempts={data.attempts} />
      </div>
    </>
  );
}
