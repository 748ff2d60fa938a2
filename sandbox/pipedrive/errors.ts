import type { z } from "zod";

type Status = 400 | 401 | 403 | 404 | 410 | 429;

/** A refusal of the Pipedrive API, with the body it is worded in (facts §7). */
export class PipedriveError extends Error {
  override readonly name = "PipedriveError";

  constructor(
    readonly status: Status,
    readonly body: Readonly<Record<string, unknown>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(String(body["error"]));
  }
}

/** A v2 validation error. */
export function validationFailed(detail: string): PipedriveError {
  const error = `Validation failed: ${detail}`;
  return new PipedriveError(400, { success: false, error, code: "ERR_SCHEMA_VALIDATION_FAILED" });
}

export function notAllowed(name: string): string {
  return `${name}: Parameter '${name}' is not allowed for this request`;
}

export function entityNotFound(): PipedriveError {
  return new PipedriveError(404, {
    success: false,
    error: "Entity was not found",
    error_info: "Object was not found.",
    data: null,
    additional_data: null,
  });
}

/** An error of the gateway in front of the API. */
export function gatewayError(status: 400 | 401 | 403 | 429, error: string): PipedriveError {
  const body = {
    success: false,
    error,
    errorCode: status,
    error_info: "Please check developers.pipedrive.com",
  };
  return new PipedriveError(status, body, status === 401 ? { "x-401-by-gw": "true" } : {});
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return issue.keys.map(notAllowed).join("; ");
  const path = issue.path.map(String).join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}

/** Parses a body or a query as strictly as v2 does. */
export function parseStrict<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw validationFailed(parsed.error.issues.map(describe).join("; "));
}

/** What the edge answers for a path nobody serves: HTML, not JSON (facts §2). */
export function unknownPath(): { readonly status: 404; readonly body: string } {
  return { status: 404, body: htmlPage("404 Not Found") };
}

function htmlPage(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}
