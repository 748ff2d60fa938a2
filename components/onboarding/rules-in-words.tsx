import { invoiceStates } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";
import { ruleSentence } from "./rule-sentence";

type RulesInWordsProps = { stages: PipelineDto["stages"]; rules: MappingRulesDto };

/** What the rules mean, sentence by sentence, for reading aloud before publishing. */
export function RulesInWords({ stages, rules }: RulesInWordsProps) {
  return (
    <section aria-label="In words" className="bg-sunken rounded-md p-4">
      <h3 className="text-small mb-2 font-medium">In words</h3>
      <ul className="text-small text-ink-soft flex flex-col gap-1">
        {invoiceStates.map((state) => {
          const rule = rules.states[state];
          const stage = stages.find(({ id }) => id === rule.stageId);
          return <li key={state}>{ruleSentence(state, rule, stage?.name ?? null)}</li>;
        })}
      </ul>
    </section>
  );
}
