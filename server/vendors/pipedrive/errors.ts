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

/** How long the firewall is left alone. */
export const firewallWaitMs = 120_000;

/**
 * Whether an answer is the page of the firewall before the API, which whoever goes on after refusals meets for a while
 * (facts §6): no word about rights, unlike a 403 of the API itself.
 */
export function isFirewallPage({ status, headers }: ResponseFacts): boolean {
  return status === 403 && (headers.get("content-type") ?? "").startsWith("text/html");
}

function readFailure(json: unknown, { status, headers }: ResponseFacts): Explanation {
  const body = errorSchema.safeParse(json).data;
  const resetSeconds = status === 429 ? countOf(headers, "x-ratelimit-reset") : undefined;
  return {
    code: body?.code ?? body?.errorCode ?? undefined,
    detail: body?.error ?? wordsOf(body?.errors),
    retryAfterMs: resetSeconds === undefined ? undefined : Math.min(resetSeconds, 60) * 1000,
  };
}

/** What a failed answer says. The kind stays with the status; a 429 waits for the window's reset (facts §6). */
export function explainFailure(json: unknown, facts: ResponseFacts): Explanation {
  if (isFirewallPage(facts)) return { kind: "rate_limited", retryAfterMs: firewallWaitMs };
  return readFailure(json, facts);
}
