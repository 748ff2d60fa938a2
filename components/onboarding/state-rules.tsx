import type { InvoiceState } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";
import type { StateRuleDto } from "./edit-rules";
import { StateRuleRow } from "./state-rule-row";

const usual = [
  "draft",
  "sent",
  "viewed",
  "partial",
  "overdue",
  "paid",
] as const satisfies readonly InvoiceState[];
const rare = [
  "autopaid",
  "retrying",
  "failed",
  "disputed",
  "declined",
  "archived",
  "deleted",
] as const satisfies readonly InvoiceState[];

type StateRulesProps = {
  stages: PipelineDto["stages"];
  rules: MappingRulesDto;
  onChange: (state: InvoiceState, change: Partial<StateRuleDto>) => void;
};

function RuleList({
  states,
  stages,
  rules,
  onChange,
}: StateRulesProps & { states: readonly InvoiceState[] }) {
  return (
    <ul className="divide-y">
      {states.map((state) => (
        <StateRuleRow
          key={state}
          state={state}
          rule={rules.states[state]}
          stages={stages}
          onChange={(change) => {
            onChange(state, change);
          }}
        />
      ))}
    </ul>
  );
}

/** A rule for each state of an invoice: the usual life in sight, the rare turns folded away. */
export function StateRules(props: StateRulesProps) {
  return (
    <div className="bg-surface rounded-md border px-4 py-2">
      <RuleList states={usual} {...props} />
      <details className="border-t">
        <summary className="text-ink-soft hover:text-ink rounded-md py-3 font-medium">
          When things go another way ({rare.length} states)
        </summary>
        <RuleList states={rare} {...props} />
      </details>
    </div>
  );
}
