import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";
import { groupRules, ruleSentence } from "./rule-sentence";

type RulesInWordsProps = { stages: PipelineDto["stages"]; rules: MappingRulesDto };

/** What the rules mean, sentence by sentence, for reading aloud before publishing. */
export function RulesInWords({ stages, rules }: RulesInWordsProps) {
  return (
    <section aria-label="In words" className="bg-sunken rounded-md p-4">
      <h3 className="text-small mb-2 font-medium">In words</h3>
      <ul className="text-ink-soft flex flex-col gap-1">
        {groupRules(rules.states).map((group) => {
          const stage = stages.find(({ id }) => id === group.rule.stageId);
          return <li key={group.states.join()}>{ruleSentence(group, stage?.name ?? null)}</li>;
        })}
        <li>A deal that someone has moved further along is never moved back.</li>
      </ul>
    </section>
  );
}
