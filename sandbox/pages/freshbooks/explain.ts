import { AccountingError, EventsError, FeatureUnavailableError } from "../../freshbooks/errors";
import { ControlError } from "../../lib/http-error";
import type { Refusal } from "../parts/answers";

/** Why the FreshBooks stand-in refused something; undefined for an error that is no refusal. */
export function explain(error: unknown): Refusal | undefined {
  if (error instanceof AccountingError) {
    return {
      message: error.message,
      fields: new Map(error.items.map(({ field, message }) => [field, message])),
    };
  }
  const isRefusal =
    error instanceof EventsError || error instanceof ControlError || error instanceof FeatureUnavailableError;
  return isRefusal ? { message: error.message } : undefined;
}
