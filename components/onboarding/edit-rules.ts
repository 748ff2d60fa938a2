import { invoiceStates, type InvoiceState } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto, PipelineDto } from "@/server/contracts/onboarding";

export type StateRuleDto = MappingRulesDto["states"][InvoiceState];

/** The rules with one state's rule changed. A rule that is no longer "lost" has no lost reason. */
export function withState(
  rules: MappingRulesDto,
  state: InvoiceState,
  change: Partial<StateRuleDto>,
): MappingRulesDto {
  const rule = { ...rules.states[state], ...change };
  const lostReason = rule.status === "lost" ? rule.lostReason : null;
  return { ...rules, states: { ...rules.states, [state]: { ...rule, lostReason } } };
}

/** Where a stage of one order lies in another of a different length: first to first, last to last. */
function counterpart(stageId: number | null, from: readonly number[], to: readonly number[]): number | null {
  if (stageId === null) return null;
  const share = from.indexOf(stageId) / Math.max(1, from.length - 1);
  return to[Math.round(Math.max(0, share) * (to.length - 1))] ?? null;
}

/** The same rules on another pipeline: each state goes to the stage that lies as far along it. */
export function withPipeline(rules: MappingRulesDto, pipeline: PipelineDto): MappingRulesDto {
  const stageOrder = pipeline.stages.map(({ id }) => id);
  const moved = invoiceStates.reduce<MappingRulesDto>(
    (sofar, state) =>
      withState(sofar, state, {
        stageId: counterpart(rules.states[state].stageId, rules.stageOrder, stageOrder),
      }),
    rules,
  );
  return { ...moved, pipelineId: pipeline.id, stageOrder };
}

/** A deal's title for an example invoice; what is not a placeholder stays as typed. */
export function exampleTitle(template: string): string {
  return template.replaceAll("{{invoice.number}}", "0042").replaceAll("{{client.name}}", "Northwind Studio");
}
