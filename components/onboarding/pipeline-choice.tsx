import { useId } from "react";
import type { PipelineDto } from "@/server/contracts/onboarding";
import { FieldFrame } from "../ui/field-frame";
import { Select } from "../ui/select";

type PipelineChoiceProps = {
  pipelines: readonly PipelineDto[];
  pipelineId: number;
  /** Its stages are being read and matched. */
  isPending: boolean;
  onChoose: (pipelineId: number) => void;
};

/** Which of the company's pipelines the invoices' deals live in. */
export function PipelineChoice({ pipelines, pipelineId, isPending, onChoose }: PipelineChoiceProps) {
  const id = useId();
  return (
    <div className="max-w-sm">
      <FieldFrame
        id={id}
        label="Pipeline"
        hint={isPending ? "Matching its stages…" : "Deals in other pipelines are left alone."}
      >
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          value={pipelineId}
          disabled={isPending}
          onChange={(event) => {
            onChoose(Number(event.target.value));
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
