import { useId } from "react";
import type { PipelineDto } from "@/server/contracts/onboarding";
import { FieldFrame } from "../ui/field-frame";
import { Select } from "../ui/select";

type PipelineChoiceProps = {
  pipelines: readonly PipelineDto[];
  pipelineId: number;
  onChoose: (pipeline: PipelineDto) => void;
};

/** Which of the company's pipelines the invoices' deals live in. */
export function PipelineChoice({ pipelines, pipelineId, onChoose }: PipelineChoiceProps) {
  const id = useId();
  return (
    <div className="max-w-sm">
      <FieldFrame id={id} label="Pipeline" hint="Deals in other pipelines are left alone.">
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          value={pipelineId}
          onChange={(event) => {
            const pipeline = pipelines.find((candidate) => String(candidate.id) === event.target.value);
            if (pipeline) onChoose(pipeline);
          }}
        >
          {pipelines.map((pipeline) => (
            <option key={pipeline.id} value={pipeline.id}>
              {pipeline.name}
            </option>
          ))}
        </Select>
      </FieldFrame>
    </div>
  );
}
