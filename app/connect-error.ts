import { connectErrorSchema, connectErrorSentences } from "@/server/contracts/connect";

/** The sentence for the `error` that the way back from a consent page left in the address; null without one. */
export function connectErrorSentence(code: string | undefined): string | null {
  if (code === undefined) return null;
  const known = connectErrorSchema.safeParse(code);
  return connectErrorSentences[known.success ? known.data : "internal"];
}
