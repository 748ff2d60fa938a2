import { invoiceStates } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";
import { StateBadge } from "../truth/state-badge";

type StagePictureProps = { stages: PipelineDto["stages"]; rules: MappingRulesDto };

/** The pipeline as columns, and in each the invoice states that lead to it. */
export function StagePicture({ stages, rules }: StagePictureProps) {
  return (
    <section aria-label="The pipeline with your rules">
      <ol className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-1">
        {stages.map((stage) => {
          const states = invoiceStates.filter((state) => rules.states[state].stageId === stage.id);
          return (
            <li key={stage.id} className="bg-sunken rounded-md p-3">
              <p className="text-small mb-2 font-medium break-words" dir="auto">
                {stage.name}
              </p>
              {states.length === 0 ? (
                <p className="text-small text-ink-faint">no state leads here</p>
              ) : (
                <ul className="text-small flex flex-col gap-1">
                  {states.map((state) => (
                    <li key={state}>
                      <StateBadge state={state} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
