"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MappingProposal, MappingRulesDto } from "@/server/contracts/onboarding";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ProblemNote } from "../ui/problem-note";
import { withPipeline, withState } from "./edit-rules";
import { PartialOverdueChoice } from "./partial-overdue-choice";
import { PipelineChoice } from "./pipeline-choice";
import { RulesInWords } from "./rules-in-words";
import { StagePicture } from "./stage-picture";
import { StateRules } from "./state-rules";
import { TitleField } from "./title-field";

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
  const [rules, setRules] = useState<MappingRulesDto>(proposal.rules);
  const publish = usePublish(slug);
  const stages = proposal.pipelines.find(({ id }) => id === rules.pipelineId)?.stages ?? [];
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
        pipelineId={rules.pipelineId}
        onChoose={(pipeline) => {
          setRules(withPipeline(rules, pipeline));
        }}
      />
      <StagePicture stages={stages} rules={rules} />
      <StateRules
        stages={stages}
        rules={rules}
        onChange={(state, change) => {
          setRules(withState(rules, state, change));
        }}
      />
      <PartialOverdueChoice
        value={rules.partialOverdue}
        onChange={(partialOverdue) => {
          setRules({ ...rules, partialOverdue });
        }}
      />
      <TitleField
        value={rules.dealTitle}
        onChange={(dealTitle) => {
          setRules({ ...rules, dealTitle });
        }}
      />
      <RulesInWords stages={stages} rules={rules} />
      {publish.error === null ? null : (
        <ProblemNote title="The mapping was not published" error={publish.error} />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant="primary"
          isPending={publish.isPending || publish.isSuccess}
          disabled={rules.dealTitle.trim() === ""}
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
