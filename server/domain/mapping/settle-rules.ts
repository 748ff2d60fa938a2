import { invoiceStates } from "../invoice-states";
import type { InvoiceState } from "../invoice-states";
import { titleVariables } from "../plan/deal-title";
import type { PipelineShape } from "./propose";
import type { MappingRules, StateRule } from "./rules";

/** Rules fit to be published, or the sentence that says why they are not. */
export type Settled = { ok: true; rules: MappingRules } | { ok: false; reason: string };

/** A lost reason belongs to lost deals alone. */
function settleState(rule: StateRule): StateRule {
  return rule.status === "lost" ? rule : { ...rule, lostReason: null };
}

/** The first name between double braces that no title can be filled with. */
function unknownVariable(template: string): string | null {
  const names = [...template.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = ""]) => name.trim());
  return names.find((name) => !titleVariables.includes(name)) ?? null;
}

/**
 * Holds rules against the company's pipelines as they are now. Order and names of the stages are taken from there;
 * a pipeline or stage that is not there is refused, and so is a title that asks for what nobody knows.
 */
export function settleRules(rules: MappingRules, pipelines: readonly PipelineShape[]): Settled {
  const pipeline = pipelines.find(({ id }) => id === rules.pipelineId);
  if (!pipeline || pipeline.stages.length === 0) {
    return { ok: false, reason: "The chosen pipeline is no longer in Pipedrive. Choose another one." };
  }
  const stageOrder = pipeline.stages.map(({ id }) => id);
  const isThere = (state: InvoiceState) => {
    const { stageId } = rules.states[state];
    return stageId === null || stageOrder.includes(stageId);
  };
  const stray = invoiceStates.find((state) => !isThere(state));
  if (stray !== undefined) {
    const reason = `The stage for “${stray}” is not in the pipeline ${pipeline.name}. Choose one of its stages.`;
    return { ok: false, reason };
  }
  const unknown = unknownVariable(rules.dealTitle);
  if (unknown !== null) {
    const known = titleVariables.map((name) => `{{${name}}}`).join(", ");
    return { ok: false, reason: `The title cannot hold {{${unknown}}}. It may hold ${known}.` };
  }
  const entries = invoiceStates.map((state) => [state, settleState(rules.states[state])] as const);
  const stageNames = Object.fromEntries(pipeline.stages.map(({ id, name }) => [String(id), name]));
  const states = { ...rules.states, ...Object.fromEntries(entries) };
  return { ok: true, rules: { ...rules, stageOrder, stageNames, states } };
}
