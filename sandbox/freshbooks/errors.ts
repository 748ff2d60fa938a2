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

/** What the business's plan does not have: answered with 200 and errors (facts §7). */
export class FeatureUnavailableError extends Error {
  override readonly name = "FeatureUnavailableError";

  constructor(readonly feature: string) {
    super("This feature is not available on your plan.");
  }
}

/** A wrong field of a call to the events family. */
export interface WrongField {
  readonly field: string;
  readonly description: string;
}

/** A refusal of the events family (facts §3.7). */
export class EventsError extends Error {
  override readonly name = "EventsError";

  constructor(
    readonly status: 401 | 404 | 422,
    message: string,
    readonly fields: readonly WrongField[] = [],
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

/** The role on the account forbids writing, whatever the token may (facts §2). */
export function permissionDenied(): AccountingError {
  return new AccountingError(403, [
    { errno: 1003, field: "", message: "Permission Denied", object: "", value: "" },
  ]);
}
