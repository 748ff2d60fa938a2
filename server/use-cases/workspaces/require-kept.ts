import "server-only";
import { dayInWords } from "../../lib/day-in-words";
import { AppError } from "../../lib/errors";

/** Throws `conflict` where the workspace is about to be erased: nothing of it may be changed any more. */
export function requireKept(eraseAt: Date | null): void {
  if (eraseAt === null) return;
  throw new AppError("conflict", {
    userMessage: `This workspace is erased on ${dayInWords(eraseAt)}, so nothing can be changed in it. An owner can still keep it, under Settings.`,
    details: { eraseAt },
  });
}
