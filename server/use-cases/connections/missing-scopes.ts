import "server-only";
import { z } from "zod";
import { AppError } from "../../lib/errors";
import { missingScopes } from "../../vendors/freshbooks/scopes";

const details = z.object({ reason: z.literal("missing_scopes"), missing: z.array(z.string()) });

/** Refuses (`forbidden`, reason `missing_scopes`) a FreshBooks grant that lacks a scope we need: the sync would stop half-way. */
export function requireScopes(granted: readonly string[]): void {
  const missing = missingScopes(granted);
  if (missing.length === 0) return;
  throw new AppError("forbidden", {
    message: `FreshBooks granted too little; missing: ${missing.join(" ")}`,
    userMessage: "FreshBooks did not grant every permission that is needed, so nothing was connected.",
    details: { reason: "missing_scopes", missing },
  });
}

/** Of that refusal, the nouns of the missing scopes, as `clients` of `user:clients:read`; null for any other error. */
export function missingNouns(error: unknown): string[] | null {
  if (!(error instanceof AppError)) return null;
  const parsed = details.safeParse(error.details);
  return parsed.success ? parsed.data.missing.map((scope) => scope.split(":")[1] ?? scope) : null;
}
