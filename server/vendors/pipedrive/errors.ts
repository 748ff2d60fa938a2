import { z } from "zod";
import { countOf } from "../http/headers";
import type { Explanation, ResponseFacts } from "../http/request";

const code = z.union([z.string(), z.number()]).transform(String);

/** The recorded error shapes (facts §7); each part may be absent or of another type. */
const errorSchema = z.object({
  code: code.nullish().catch(null),
  errorCode: code.nullish().catch(null),
  error: z.string().nullish().catch(null),
  errors: z.record(z.string(), z.unknown()).nullish().catch(null),
});

function wordsOf(errors: Record<string, unknown> | null | undefined): string | undefined {
  return errors ? JSON.stringify(errors) : undefined;
}

/** What a failed answer says. The kind stays with the status; a 429 waits for the window's reset (facts §6). */
export function explainFailure(json: unknown, { status, headers }: ResponseFacts): Explanation {
  const body = errorSchema.safeParse(json).data;
  const resetSeconds = status === 429 ? countOf(headers, "x-ratelimit-reset") : undefined;
  return {
    code: body?.code ?? body?.errorCode ?? undefined,
    detail: body?.error ?? wordsOf(body?.errors),
    retryAfterMs: resetSeconds === undefined ? undefined : Math.min(resetSeconds, 60) * 1000,
  };
}
