import "server-only";
import type { FieldChange } from "../../domain/plan/types";
import { VendorError } from "../../vendors/http/vendor-error";
import type { CallFacts, EntityPort, Seen } from "./entity-port";

/** `gone`: deleted, archived or merged away in Pipedrive; an outcome, not an error (design §4). */
export type Updated = { kind: "done"; seen: Seen; call: CallFacts } | { kind: "gone"; because: string };

const mayMeanGone: ReadonlySet<VendorError["kind"]> = new Set(["not_found", "gone", "forbidden", "invalid"]);

/**
 * Updates an object. Which status a deleted or archived object answers with is not confirmed (facts §5), so
 * after any refusal the object itself is asked.
 */
export async function updateObject(
  port: EntityPort,
  id: number,
  fields: readonly FieldChange[],
): Promise<Updated> {
  try {
    return { kind: "done", ...(await port.update(id, fields)) };
  } catch (error) {
    if (!(error instanceof VendorError) || !mayMeanGone.has(error.kind)) throw error;
    const now = await port.get(id);
    if (now === null) return { kind: "gone", because: `Object ${String(id)} no longer exists in Pipedrive.` };
    if (now.isGone)
      return { kind: "gone", because: `Object ${String(id)} was deleted or archived in Pipedrive.` };
    throw error;
  }
}
