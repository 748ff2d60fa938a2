"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MappingProposal } from "@/server/contracts/onboarding";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ProblemNote } from "../ui/problem-note";
import { MappingFields } from "./mapping-fields";
import { PipelineChoice } from "./pipeline-choice";
import { useMappingRules } from "./use-mapping-rules";

/** Publishes, then looks where the set-up stands now. */
function usePublish(slug: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.onboarding.publishMapping.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.onboarding.get.queryFilter({ workspace: slug })),
          queryClient.invalidateQueries(trpc.overview.get.queryFilter({ workspace: slug })),
        ]);
      },
    }),
  );
}

/** The mapping as a form: the picture, the rule of each state, and what they mean in words. */
export function MappingEditor({ slug, proposal }: { slug: string; proposal: MappingProposal }) {
  const { rules, setRules, pipelineChange } = useMappingRules(slug, proposal);
  const publish = usePublish(slug);
  return (
    <form
      aria-label="Mapping"
      className="flex flex-col gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({ workspace: slug, rules });
      }}
    >
      <PipelineChoice
        pipelines={proposal.pipelines}
        pipelineId={pipelineChange.isPending ? pipelineChange.variables : rules.pipelineId}
        isPending={pipelineChange.isPending}
        onChoose={pipelineChange.mutate}
      />
      {pipelineChange.error === null ? null : (
        <ProblemNote title="The other pipeline could not be read" error={pipelineChange.error} />
      )}
      <MappingFields pipelines={proposal.pipelines} rules={rules} onChange={setRules} />
      {publish.error === null ? null : (
        <ProblemNote title="The mapping was not published" error={publish.error} />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant="primary"
          isPending={publish.isPending || publish.isSuccess}
          disabled={rules.dealTitle.trim() === "" || pipelineChange.isPending}
        >
          Publish mapping
        </Button>
        <p className="text-small text-ink-faint">
          Makes the custom fields in Pipedrive, then starts. Nothing that is already in Pipedrive is deleted.
        </p>
      </div>
    </form>
  );
}
