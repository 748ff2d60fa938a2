import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MappingProposal, MappingRulesDto } from "@/server/contracts/onboarding";
import { useTRPC } from "../lib/trpc-provider";
import { onPipelineOf } from "./edit-rules";

/** The rules being edited; choosing another pipeline asks the server for a proposal that fits its stages. */
export function useMappingRules(slug: string, proposal: MappingProposal) {
  const [rules, setRules] = useState<MappingRulesDto>(proposal.rules);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const pipelineChange = useMutation({
    mutationFn: (pipelineId: number) =>
      queryClient.query(trpc.onboarding.proposeMapping.queryOptions({ workspace: slug, pipelineId })),
    onSuccess: (proposed) => {
      setRules(onPipelineOf(proposed.rules, rules));
    },
  });
  return { rules, setRules, pipelineChange };
}
