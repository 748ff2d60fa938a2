/** What can go wrong, as codes that code may branch on. Every code has a row in `errorTable`. */
export type ErrorCode =
  | "invalid_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_many_requests"
  | "needs_reconnect"
  | "vendor_unavailable"
  | "vendor_refused"
  | "not_configured"
  | "internal";

type ErrorRow = {
  http: number;
  trpc:
    | "BAD_REQUEST"
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "CONFLICT"
    | "TOO_MANY_REQUESTS"
    | "PRECONDITION_FAILED"
    | "BAD_GATEWAY"
    | "INTERNAL_SERVER_ERROR";
  logLevel: "debug" | "info" | "warn" | "error";
  /** Whether the same call may succeed later without anybody doing anything. */
  retry: boolean;
  /** What a person reads when the error carries no sentence of its own. */
  userMessage: string;
};

/** One row per code; a code without a row does not compile. */
export const errorTable = {
  invalid_input: {
    http: 400,
    trpc: "BAD_REQUEST",
    logLevel: "debug",
    retry: false,
    userMessage: "Something in the form is not right. Please check the marked fields.",
  },
  unauthenticated: {
    http: 401,
    trpc: "UNAUTHORIZED",
    logLevel: "debug",
    retry: false,
    userMessage: "Please sign in to go on.",
  },
  forbidden: {
    http: 403,
    trpc: "FORBIDDEN",
    logLevel: "info",
    retry: false,
    userMessage: "Your role in this workspace does not allow this. Ask an owner or admin.",
  },
  not_found: {
    http: 404,
    trpc: "NOT_FOUND",
    logLevel: "debug",
    retry: false,
    userMessage: "There is nothing here, or it is not yours to see.",
  },
  conflict: {
    http: 409,
    trpc: "CONFLICT",
    logLevel: "info",
    retry: false,
    userMessage: "Someone changed this at the same time. Reload and try again.",
  },
  too_many_requests: {
    http: 429,
    trpc: "TOO_MANY_REQUESTS",
    logLevel: "info",
    retry: true,
    userMessage: "Too many tries. Please wait a little and try again.",
  },
  needs_reconnect: {
    http: 409,
    trpc: "PRECONDITION_FAILED",
    logLevel: "warn",
    retry: false,
    userMessage: "The connection was refused by the vendor. Reconnect it; nothing is lost meanwhile.",
  },
  vendor_unavailable: {
    http: 502,
    trpc: "BAD_GATEWAY",
    logLevel: "warn",
    retry: true,
    userMessage: "The other service did not answer. We will try again by ourselves.",
  },
  vendor_refused: {
    http: 502,
    trpc: "BAD_GATEWAY",
    logLevel: "warn",
    retry: false,
    userMessage: "The other service refused this. The reason is shown with the attempt.",
  },
  not_configured: {
    http: 503,
    trpc: "PRECONDITION_FAILED",
    logLevel: "warn",
    retry: false,
    userMessage: "The operator has not set this up yet.",
  },
  internal: {
    http: 500,
    trpc: "INTERNAL_SERVER_ERROR",
    logLevel: "error",
    retry: true,
    userMessage: "Something went wrong on our side. Please try again.",
  },
} as const satisfies Record<ErrorCode, ErrorRow>;

type AppErrorOptions = {
  /** For logs and developers; `userMessage` is what people read. */
  message?: string;
  /** A sentence for the person at the screen; the table's sentence when absent. */
  userMessage?: string;
  cause?: unknown;
  details?: Record<string, unknown>;
};

/** The one error class of the product above the vendors: a code, a sentence for people, and its cause. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    const userMessage = options.userMessage ?? errorTable[code].userMessage;
    super(options.message ?? userMessage, { cause: options.cause });
    this.code = code;
    this.userMessage = userMessage;
    this.details = options.details ?? {};
  }
}
