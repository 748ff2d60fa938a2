import { sentenceOfConnectError } from "@/server/contracts/connect";

/**
 * The sentence for the `error` (and the `missing` permissions) that the way back from a consent page left in the
 * address; null without one.
 */
export function connectErrorSentence(error: string | undefined, missing?: string): string | null {
  return error === undefined ? null : sentenceOfConnectError({ error, missing });
}
