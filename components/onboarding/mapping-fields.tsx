import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";
import { withState } from "./edit-rules";
import { PartialOverdueChoice } from "./partial-overdue-choice";
import { RulesInWords } from "./rules-in-words";
import { StagePicture } from "./stage-picture";
import { StateRules } from "./state-rules";
import { TitleField } from "./title-field";

type MappingFieldsProps = {
  pipelines: readonly PipelineDto[];
  rules: MappingRulesDto;
  onChange: (rules: MappingRulesDto) => void;
};

/** Every rule but the pipeline: as a picture, as controls, and in words. */
export function MappingFields({ pipelines, rules, onChange }: MappingFieldsProps) {
  const stages = pipelines.find(({ id }) => id === rules.pipelineId)?.stages ?? [];
  return (
    <>
      <StagePicture stages={stages} rules={rules} />
      <StateRules
        stages={stages}
        rules={rules}
        onChange={(state, change) => {
          onChange(withState(rules, state, change));
        }}
      />
      <PartialOverdueChoice
        value={rules.partialOverdue}
        onChange={(partialOverdue) => {
          onChange({ ...rules, partialOverdue });
        }}
      />
      <TitleField
        value={rules.dealTitle}
        onChange={(dealTitle) => {
          onChange({ ...rules, dealTitle });
        }}
      />
      <RulesInWords stages={stages} rules={rules} />
    </>
  );
}
