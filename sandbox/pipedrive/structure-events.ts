import type { Caller } from "./caller";
import type { Company } from "./company";
import { differences } from "./webhooks/differences";

type View = Readonly<Record<string, unknown>>;

/** Tells webhooks of a new, changed or deleted pipeline, stage or user: from `before` to `after`. */
export function tellOfStructure(
  company: Company,
  caller: Caller,
  entity: "pipeline" | "stage" | "user",
  before: View | null,
  after: View | null,
): void {
  if (!company.hooks.isHeard) return;
  const { userId, source } = caller;
  const entityId = String((after ?? before)?.["id"]);
  const action = before === null ? "create" : after === null ? "delete" : "change";
  const previous = before !== null && after !== null ? differences(before, after) : before;
  company.hooks.announce({ entity, entityId, action, data: after, previous, userId, source });
}
