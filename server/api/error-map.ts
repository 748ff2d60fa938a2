import "server-only";
import { TRPCError } from "@trpc/server";
import type { TRPCDefaultErrorShape } from "@trpc/server";
import { z } from "zod";
import { AppError, errorTable } from "../lib/errors";
import type { ErrorCode } from "../lib/errors";

/** What a client is told of an error: a code to branch on, a sentence to show, an id to quote. */
export type ErrorAnswer = {
  errorCode: ErrorCode;
  userMessage: string;
  requestId: string | null;
  /** Per form field, for `invalid_input`. */
  fieldErrors: Record<string, string[]>;
};

/** The tRPC error that stands for whatever a use case threw; the cause stays inside, for the log. */
export function toTrpcError(error: TRPCError | AppError): TRPCError {
  const cause = error instanceof AppError ? error : error.cause;
  if (cause instanceof AppError) {
    return new TRPCError({ code: errorTable[cause.code].trpc, message: cause.userMessage, cause });
  }
  return error instanceof TRPCError ? error : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
}

/** Our code for a tRPC error. */
function codeOf(error: TRPCError): ErrorCode {
  if (error.cause instanceof AppError) return error.cause.code;
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") return "invalid_input";
  if (error.code === "NOT_FOUND" || error.code === "METHOD_NOT_SUPPORTED") return "not_found";
  return "internal";
}

/** How loudly an error is logged. */
export function logLevelOf(error: TRPCError): "debug" | "info" | "warn" | "error" {
  return errorTable[codeOf(error)].logLevel;
}

function fieldErrorsOf(error: TRPCError): Record<string, string[]> {
  if (error.code !== "BAD_REQUEST" || !(error.cause instanceof z.ZodError)) return {};
  const fields: Record<string, string[]> = {};
  for (const issue of error.cause.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}

/** The answer's shape: tRPC's own without its stack, with our code, sentence and request id. */
export function formatError(shape: TRPCDefaultErrorShape, error: TRPCError, requestId: string | null) {
  const code = codeOf(error);
  const userMessage =
    error.cause instanceof AppError ? error.cause.userMessage : errorTable[code].userMessage;
  const answer: ErrorAnswer = {
    errorCode: code,
    userMessage,
    requestId,
    fieldErrors: fieldErrorsOf(error),
  };
  const { code: trpcCode, httpStatus, path } = shape.data;
  return {
    code: shape.code,
    message: userMessage,
    data: { code: trpcCode, httpStatus, ...(path === undefined ? {} : { path }), ...answer },
  };
}
