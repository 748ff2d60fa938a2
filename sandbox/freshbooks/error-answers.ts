import type { Context } from "hono";

import { ControlError } from "../lib/http-error";
import { MalformedJsonError } from "../lib/read-body";
import {
  AccountingError,
  EventsError,
  FeatureUnavailableError,
  InsufficientScopeError,
  UnauthenticatedError,
  invalidField,
} from "./errors";
import type { Switches } from "./switches";

const GRPC_CODES = { 401: 16, 403: 7, 404: 5, 422: 3 } as const;

function grpcAnswer(c: Context, error: AccountingError): Response {
  const details = error.items.map(({ errno, ...metadata }) => ({
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: String(errno),
    domain: "accounting.api.freshbooks.com",
    metadata,
  }));
  const message = `Request failed with status_code: ${error.status}`;
  return c.json({ code: GRPC_CODES[error.status], message, details }, error.status);
}

/** A refusal of the accounting family in the shape that the switch says (facts §7). */
function accountingAnswer(c: Context, error: AccountingError, shape: Switches["errorShape"]): Response {
  if (shape === "grpc") return grpcAnswer(c, error);
  const errors = shape === "object" ? error.items[0] : error.items;
  return c.json({ response: { errors } }, shape === "in200" ? 200 : error.status);
}

/** A refusal of the events family in the shape that the switch says (facts §3.7). */
function eventsAnswer(c: Context, error: EventsError, shape: Switches["eventsErrorShape"]): Response {
  const { status, message, fields } = error;
  if (shape === "classic") {
    const item = {
      errno: status === 404 ? 1012 : status === 401 ? 1003 : 1004,
      object: "callback",
      value: "",
    };
    const items = fields.map(({ field, description }) => ({ ...item, field, message: description }));
    return c.json(
      { response: { errors: items.length > 0 ? items : [{ ...item, field: "", message }] } },
      status,
    );
  }
  if (shape === "grpc") {
    const violations = { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: fields };
    const details = fields.length > 0 ? [violations] : [];
    const text = status === 422 ? "Invalid data in this request." : message;
    return c.json({ code: GRPC_CODES[status], message: text, details }, status);
  }
  const details = fields.map(({ field, description }) => `${field}: ${description}`);
  return c.json({ errno: status, message, ...(details.length > 0 ? { details } : {}) }, status);
}

function unauthenticatedAnswer(c: Context, error: UnauthenticatedError, switches: Switches): Response {
  if (switches.accountingUnauthenticated === "classic" && c.req.path.startsWith("/accounting/")) {
    const message =
      "The server could not verify that you are authorized to access the URL requested. You either supplied the " +
      "wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials " +
      "required.";
    return c.json(
      { response: { errors: [{ errno: 1003, field: "", message, object: "", value: "" }] } },
      401,
    );
  }
  return c.json({ error: "unauthenticated", error_description: error.message }, 401);
}

function featureAnswer(c: Context, error: FeatureUnavailableError): Response {
  const item = { errno: 12_001, field: "", message: error.message, object: error.feature, value: "" };
  return c.json({ response: { errors: [item] } });
}

/** The answer to a call that was refused; what is no refusal is thrown on. */
export function answerError(switches: Switches, error: Error, c: Context): Response {
  if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
  if (error instanceof EventsError) return eventsAnswer(c, error, switches.eventsErrorShape);
  if (error instanceof UnauthenticatedError) return unauthenticatedAnswer(c, error, switches);
  if (error instanceof InsufficientScopeError) return c.json({ message: error.message }, 403);
  if (error instanceof FeatureUnavailableError) return featureAnswer(c, error);
  const refusal = error instanceof MalformedJsonError ? invalidField("", "", 1005, error.message) : error;
  if (refusal instanceof AccountingError) return accountingAnswer(c, refusal, switches.errorShape);
  throw error;
}
