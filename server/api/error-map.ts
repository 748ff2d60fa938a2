import "server-only";
import { TRPCError } from "@trpc/server";
import type { TRPCDefaultErrorShape } from "@trpc/server";
import { z } from "zod";
import { errorTable } from "../lib/errors";
import type { AppError, ErrorCode } from "../lib/errors";
import { appErrorOf } from "../use-cases/app-error-of";

/** What a client is told of an error: a code to branch on, a sentence to show, an id to quote. */
type ErrorAnswer = {
  errorCode: ErrorCode;
  userMessage: string;
  requestId: string | null;
  /** Per form field, for `invalid_input`. */
  fieldErrors: Record<string, string[]>;
};

/** Our error inside a tRPC error: what a use case threw, whichever room it came from. */
function ourError(error: TRPCError): AppError | null {
  return appErrorOf(error.cause);
}

/** The tRPC error that stands for whatever a use case threw; the cause stays inside, for the log. */
export function toTrpcError(error: TRPCError): TRPCError {
  const cause = ourError(error);
  return cause ? asTrpcError(cause) : error;
}

/** The tRPC error of one of our own. */
export function asTrpcError(cause: AppError): TRPCError {
  return new TRPCError({ code: errorTable[cause.code].trpc, message: cause.userMessage, cause });
}

/** What tRPC itself refuses before any procedure of ours runs; the rest is a failure on our side. */
const protocolCodes: Partial<Record<TRPCError["code"], ErrorCode>> = {
  BAD_REQUEST: "invalid_input",
  PARSE_ERROR: "invalid_input",
  UNSUPPORTED_MEDIA_TYPE: "invalid_input",
  PAYLOAD_TOO_LARGE: "invalid_input",
  NOT_FOUND: "not_found",
  METHOD_NOT_SUPPORTED: "not_found",
};

/** Our code for a tRPC error. */
function codeOf(error: TRPCError): ErrorCode {
  const own = ourError(error);
  if (own) return own.code;
  return protocolCodes[error.code] ?? "internal";
}

/** How loudly an error is logged. */
export function logLevelOf(error: TRPCError): "debug" | "info" | "warn" | "error" {
  return errorTable[codeOf(error)].logLevel;
}

/** What a use case found wrong with one field says which one in `details.field`. */
function fieldErrorsOf(error: TRPCError): Record<string, string[]> {
  const own = ourError(error);
  if (own?.code === "invalid_input" && typeof own.details["field"] === "string") {
    return { [own.details["field"]]: [own.userMessage] };
  }
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
  const userMessage = ourError(error)?.userMessage ?? errorTable[code].userMessage;
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
