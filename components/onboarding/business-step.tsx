"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ProblemNote } from "../ui/problem-note";
import { Skeleton } from "../ui/skeleton";
import { BusinessChoice } from "./business-choice";
import { StepFrame } from "./step-frame";

/**
 * Stores the choice; the server then registers the callbacks. Where the set-up stands is asked again either way:
 * the choice may be stored even if registering failed.
 */
function useChooseBusiness(slug: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.onboarding.chooseBusiness.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.onboarding.get.queryFilter({ workspace: slug })),
    }),
  );
}

/** Which FreshBooks business this workspace is about. */
export function BusinessStep({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const businesses = useQuery(trpc.onboarding.listBusinesses.queryOptions({ workspace: slug }));
  const choose = useChooseBusiness(slug);
  const [picked, setPicked] = useState<string | null>(null);
  const firstUsable = businesses.data?.find(({ usable }) => usable)?.businessId ?? null;
  const chosen = picked ?? firstUsable;
  return (
    <StepFrame
      title="Choose the business"
      lead="One workspace follows one FreshBooks business. For another one, make another workspace."
    >
      {businesses.isPending ? <Skeleton className="h-32" /> : null}
      {businesses.error === null ? null : (
        <ProblemNote
          title="FreshBooks did not tell us your businesses"
          error={businesses.error}
          onRetry={() => void businesses.refetch()}
        />
      )}
      {businesses.data ? (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen !== null) choose.mutate({ workspace: slug, businessId: chosen });
          }}
        >
          <BusinessChoice businesses={businesses.data} chosen={chosen} onChoose={setPicked} />
          {choose.error === null ? null : (
            <ProblemNote title="The business was not chosen" error={choose.error} />
          )}
          <Button
            type="submit"
            variant="primary"
            className="self-start"
            disabled={chosen === null}
            isPending={choose.isPending}
          >
            Use this business
          </Button>
        </form>
      ) : null}
    </StepFrame>
  );
}
