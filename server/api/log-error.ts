import "server-only";
import type { TRPCError } from "@trpc/server";
import { log } from "../lib/log";
import { logLevelOf } from "./error-map";

/** One line per failed procedure, as loud as its code says, with the cause and the id that the person sees. */
export function logError(
  error: TRPCError,
  request: { path: string | undefined; requestId: string | undefined },
): void {
  log[logLevelOf(error)]({ err: error.cause ?? error, ...request }, "procedure failed");
}
