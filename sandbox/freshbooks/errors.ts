import type { Context } from "hono";

/** One entry of FreshBooks' classic error list (facts §7). */
export interface ErrorItem {
  readonly errno: number;
  readonly field: string;
  readonly message: string;
  readonly object: string;
  readonly value: string;
}

/** A refusal of the accounting family. */
export class AccountingError extends Error {
  override readonly name = "AccountingError";

  constructor(
    readonly status: 403 | 404 | 422,
    readonly items: readonly ErrorItem[],
  ) {
    super(items.map((item) => item.message).join(" "));
  }
}

/** A refusal of the events family (facts §3.7). */
export class EventsError extends Error {
  override readonly name = "EventsError";

  constructor(
    readonly status: 401 | 404 | 422,
    message: string,
    readonly details?: readonly string[],
  ) {
    super(message);
  }
}

/** No, expired or revoked token. */
export class UnauthenticatedError extends Error {
  override readonly name = "UnauthenticatedError";
}

/** The token lacks a scope. */
export class InsufficientScopeError extends Error {
  override readonly name = "InsufficientScopeError";

  constructor(provided: readonly string[], required: string) {
    const list = provided.map((scope) => `'${scope}'`).join(", ");
    super(
      "insufficient_scope: The request requires higher privileges than provided by the access token. " +
        `Provided: [${list}]. Required: ['${required}'].`,
    );
  }
}

export function unknownRecord(object: string, field: string, value: string | number): AccountingError {
  const name = object.charAt(0).toUpperCase() + object.slice(1);
  return new AccountingError(404, [
    { errno: 1012, field, message: `${name} not found.`, object, value: String(value) },
  ]);
}

export function invalidField(object: string, field: string, errno: number, message: string): AccountingError {
  return new AccountingError(422, [{ errno, field, message, object, value: "" }]);
}

const GRPC_CODES = { 403: 7, 404: 5, 422: 3 } as const;

/** Renders a refusal of the accounting family, in the classic shape or the newer one. */
export function accountingAnswer(c: Context, error: AccountingError, shape: "classic" | "grpc"): Response {
  if (shape === "classic") return c.json({ response: { errors: error.items } }, error.status);
  const details = error.items.map(({ errno, ...metadata }) => ({
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: String(errno),
    domain: "accounting.api.freshbooks.com",
    metadata,
  }));
  const message = `Request failed with status_code: ${error.status}`;
  return c.json({ code: GRPC_CODES[error.status], message, details }, error.status);
}

export function eventsAnswer(c: Context, error: EventsError): Response {
  const details = error.details === undefined ? {} : { details: error.details };
  return c.json({ errno: error.status, message: error.message, ...details }, error.status);
}
