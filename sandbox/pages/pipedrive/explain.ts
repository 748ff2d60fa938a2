import { ControlError } from "../../lib/http-error";
import { PipedriveError } from "../../pipedrive/errors";
import type { Refusal } from "../parts/answers";

/** Why the Pipedrive stand-in refused something; undefined for an error that is no refusal. */
export function explain(error: unknown): Refusal | undefined {
  return error instanceof PipedriveError || error instanceof ControlError
    ? { message: error.message }
    : undefined;
}
