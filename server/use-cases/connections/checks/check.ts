import "server-only";
import type { Check } from "../../../contracts/connections";
import { SealError } from "../../../credentials/seal";
import { VendorError } from "../../../vendors/http/vendor-error";
import { appErrorOf } from "../../app-error-of";
import { patiently } from "../../onboarding/patiently";

type Line = { id: string; title: string };

export function ok({ id, title }: Line, detail: string | null = null): Check {
  return { id, title, status: "ok", detail, fix: null };
}

/** Something that keeps the sync from working. */
export function problem({ id, title }: Line, detail: string, fix: string): Check {
  return { id, title, status: "problem", detail, fix };
}

/** Something that will be in the way of a part of it. */
export function warning({ id, title }: Line, detail: string, fix: string): Check {
  return { id, title, status: "warning", detail, fix };
}

/** Something that cannot be learnt by asking; the detail says what will happen. */
export function unknown({ id, title }: Line, detail: string, fix: string | null = null): Check {
  return { id, title, status: "unknown", detail, fix };
}

/** Whether a vendor could not be asked, or refused; anything else is a fault of ours. */
export function isVendorFailure(error: unknown): boolean {
  return error instanceof SealError || appErrorOf(error) !== null;
}

/** Why a vendor could not be asked, as a sentence. Throws what is none of the vendor's: a fault of ours. */
export function sentenceOfFailure(error: unknown): string {
  if (error instanceof SealError) {
    return "The key that our access was sealed with is no longer among this server's keys. Reconnect it.";
  }
  const known = appErrorOf(error);
  if (!known) throw error;
  return known.userMessage;
}

/**
 * Asks a vendor and turns its answer into a line. A refusal is a problem that `fix` mends; whatever else keeps us from
 * learning it leaves the line unknown.
 */
export async function learn<Answer>(
  line: Line & { fix: string },
  ask: () => Promise<Answer>,
  judge: (answer: Answer) => Check,
): Promise<Check> {
  let answer: Answer;
  try {
    answer = await patiently(ask);
  } catch (error) {
    const sentence = sentenceOfFailure(error);
    const isRefused = error instanceof VendorError && error.kind === "forbidden";
    return isRefused ? problem(line, sentence, line.fix) : unknown(line, sentence);
  }
  return judge(answer);
}
