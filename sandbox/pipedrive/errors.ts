import type { z } from "zod";

import type { Switches } from "./switches";

type Status = 400 | 401 | 402 | 403 | 404 | 410 | 422 | 429;

/** A refusal of the Pipedrive API, with the body it is worded in (facts §7); a text is an HTML page. */
export class PipedriveError extends Error {
  override readonly name = "PipedriveError";

  constructor(
    readonly status: Status,
    readonly body: Readonly<Record<string, unknown>> | string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(typeof body === "string" ? `HTTP ${status}` : String(body["error"]));
  }
}

/** A v2 validation error. */
export function validationFailed(detail: string): PipedriveError {
  const error = `Validation failed: ${detail}`;
  return new PipedriveError(400, { success: false, error, code: "ERR_SCHEMA_VALIDATION_FAILED" });
}

/** A refusal in plain words, as v1 and parts of v2 answer it. */
export function plainRefusal(status: Status, error: string, code?: string): PipedriveError {
  return new PipedriveError(status, { success: false, error, ...(code === undefined ? {} : { code }) });
}

const REFERENCE_STATUS = { "400-plain": 400, "403": 403, "404": 404 } as const;

/** The answer to a reference to something that is not there; which one is a switch (facts §12.4). */
export function unknownReference(at: { readonly switches: Switches }, detail: string): PipedriveError {
  const how = at.switches.unknownReference;
  return how === "400-coded" ? validationFailed(detail) : plainRefusal(REFERENCE_STATUS[how], detail);
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
export function gatewayError(status: 400 | 401 | 402 | 403 | 429, error: string): PipedriveError {
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

function htmlPage(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

/** What the edge answers for a path nobody serves: HTML, not JSON (facts §2). */
export function unknownPath(): PipedriveError {
  return new PipedriveError(404, htmlPage("404 Not Found"));
}

/** What the firewall answers a client that went on after 429 (facts §6). */
export function firewallPage(): PipedriveError {
  return new PipedriveError(403, htmlPage("Attention Required! | Cloudflare"));
}
