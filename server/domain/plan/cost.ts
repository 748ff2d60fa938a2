import type { Plan, WriteKind } from "./types";

/** Token cost of each write in Pipedrive's API v2 (facts §6). */
const costs = {
  "organization.create": 5,
  "organization.update": 5,
  "deal.create": 5,
  "deal.update": 5,
} as const satisfies Record<WriteKind, number>;

/** What carrying out the plan takes from the company's daily budget, without retries. */
export function cost(plan: Plan): number {
  return plan.writes.reduce((sum, write) => sum + costs[write.kind], 0);
}
