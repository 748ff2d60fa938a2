import type { InvoiceState } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto } from "@/server/contracts/onboarding";

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

/** A proposal for another pipeline, keeping of the present rules what does not depend on its stages. */
export function onPipelineOf(proposed: MappingRulesDto, present: MappingRulesDto): MappingRulesDto {
  return { ...proposed, partialOverdue: present.partialOverdue, dealTitle: present.dealTitle };
}

/** A deal's title for an example invoice; what is not a placeholder stays as typed. */
export function exampleTitle(template: string): string {
  return template.replaceAll("{{invoice.number}}", "0042").replaceAll("{{client.name}}", "Northwind Studio");
}
