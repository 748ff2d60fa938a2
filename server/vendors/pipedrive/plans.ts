import type { PipedriveGrantKind } from "./call";

/** A plan by what tells it apart: calls in two seconds by each kind of token (facts §6), and custom fields in all. */
export type PipedrivePlan = { name: string; oauth: number; apiToken: number; customFields: number };

const plans: readonly PipedrivePlan[] = [
  { name: "Lite", oauth: 80, apiToken: 20, customFields: 30 },
  { name: "Growth", oauth: 160, apiToken: 40, customFields: 100 },
  { name: "Professional", oauth: 320, apiToken: 80, customFields: 300 },
  { name: "Premium", oauth: 400, apiToken: 100, customFields: 300 },
  { name: "Ultimate", oauth: 480, apiToken: 120, customFields: 500 },
];

/** The plan that allows so many calls in two seconds; null where no plan does, or the limit was not told. */
export function planOf(windowLimit: number | null, grant: PipedriveGrantKind): PipedrivePlan | null {
  const key = grant === "oauth" ? "oauth" : "apiToken";
  return plans.find((plan) => plan[key] === windowLimit) ?? null;
}
