import { invalidField } from "./errors";
import type { VisState } from "./records";

/** The phase `vis_state` of a write, if the body has it. */
export function readVisState(object: string, input: Readonly<Record<string, unknown>>): VisState | undefined {
  const value = input["vis_state"];
  if (value === undefined) return undefined;
  if (value === 0 || value === 1 || value === 2) return value;
  throw invalidField(object, "vis_state", 1004, "vis_state must be 0, 1 or 2.");
}
