"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../lib/trpc-provider";
import { ProblemNote } from "../ui/problem-note";
import { Skeleton } from "../ui/skeleton";
import { MappingEditor } from "./mapping-editor";
import { StepFrame } from "./step-frame";

/** Which pipeline, and where in it an invoice's deal stands in each of its states. Filled in beforehand. */
export function MappingStep({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const proposal = useQuery({
    ...trpc.onboarding.proposeMapping.queryOptions({ workspace: slug }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <StepFrame
      title="Pipeline and stages"
      lead="We read your pipelines and filled this in. Change what does not fit, then publish."
    >
      {proposal.isPending ? (
        <div role="status" aria-label="Reading your pipelines" className="flex flex-col gap-4">
          <Skeleton className="h-9 w-64" />
          <Skeleton className="h-28" />
          <Skeleton className="h-80" />
        </div>
      ) : null}
      {proposal.error === null ? null : (
        <ProblemNote
          title="Pipedrive did not tell us your pipelines"
          error={proposal.error}
          onRetry={() => void proposal.refetch()}
        />
      )}
      {proposal.data ? <MappingEditor slug={slug} proposal={proposal.data} /> : null}
    </StepFrame>
  );
}
