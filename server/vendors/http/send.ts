import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { elapsedMs } from "../../lib/clock";
import { kindOfStatus, mayHaveCommitted, wasNeverSent } from "./classify";
import { requestIdOf, retryAfterOf } from "./headers";
import { readBody } from "./read-body";
import type { Body } from "./read-body";
import type { ResponseFacts, SendDeps, SendRequest, VendorResponse } from "./request";
import { VendorError } from "./vendor-error";

const defaultTimeoutMs = 15_000;
/** Waits before the second and third try of a GET. Everything longer is the engine's business. */
const getRetryWaitsMs = [100, 400] as const;

type Answer = ResponseFacts & { body: Body; requestId: string | null; durationMs: number };

/**
 * Sends one request and gives back its parsed answer.
 *
 * Redirects are never followed, so a token cannot leave for another host. A GET is tried again at most twice after
 * a broken connection, a 502, or a 503 without `Retry-After`; a write is tried once.
 * @throws VendorError for everything but a 2xx with a readable body.
 */
export async function send(request: SendRequest, deps: SendDeps): Promise<VendorResponse> {
  const waits = request.method === "GET" ? getRetryWaitsMs : [];
  for (const waitMs of waits) {
    const result = await attempt(request, deps);
    if (!(result instanceof VendorError)) return result;
    if (!isBlip(result)) throw result;
    await sleep(waitMs);
  }
  const last = await attempt(request, deps);
  if (last instanceof VendorError) throw last;
  return last;
}

function isBlip(error: VendorError): boolean {
  if (error.kind !== "unavailable") return false;
  if (error.status === undefined || error.status === 502) return true;
  return error.status === 503 && error.retryAfterMs === undefined;
}

async function attempt(request: SendRequest, deps: SendDeps): Promise<VendorResponse | VendorError> {
  await request.beforeTry?.();
  const startedAt = deps.clock.now();
  const outcome = await exchange(request, deps, startedAt);
  const result = outcome instanceof VendorError ? outcome : judge(request, deps, outcome);
  logCall(request, deps, result, elapsedMs(deps.clock, startedAt));
  return result;
}

async function exchange(
  request: SendRequest,
  deps: SendDeps,
  startedAt: Date,
): Promise<Answer | VendorError> {
  const doFetch = deps.fetch ?? fetch;
  try {
    const response = await doFetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", "user-agent": "ml-connector/0.1", ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: "manual",
      signal: AbortSignal.timeout(deps.timeoutMs ?? defaultTimeoutMs),
    });
    const { status, headers } = response;
    await reportAnswer(request, deps, { status, headers });
    const body = await readBody(response);
    return {
      status,
      headers,
      body,
      requestId: requestIdOf(headers),
      durationMs: elapsedMs(deps.clock, startedAt),
    };
  } catch (error) {
    return transportError(request, error);
  }
}

/** A listener that fails must not cost us the answer of a write that has been carried out. */
async function reportAnswer(request: SendRequest, deps: SendDeps, facts: ResponseFacts): Promise<void> {
  try {
    await request.onAnswer?.(facts);
  } catch (error) {
    const { vendor, operation } = request;
    deps.log.warn({ vendor, operation, err: error }, "the limits of a vendor's answer could not be noted");
  }
}

function transportError(request: SendRequest, cause: unknown): VendorError {
  const isTimeout = cause instanceof Error && cause.name === "TimeoutError";
  return new VendorError({
    vendor: request.vendor,
    operation: request.operation,
    kind: isTimeout ? "timeout" : "unavailable",
    mayHaveHappened: request.method !== "GET" && !wasNeverSent(cause),
    cause,
  });
}

function isGood(request: SendRequest, { status, body }: Answer): boolean {
  const isReadable = body.kind === "json" || (body.kind === "empty" && request.mayBeEmpty === true);
  return status >= 200 && status < 300 && isReadable;
}

function judge(request: SendRequest, deps: SendDeps, answer: Answer): VendorResponse | VendorError {
  const { status, headers, body, requestId, durationMs } = answer;
  const json = body.kind === "json" ? body.json : null;
  if (isGood(request, answer)) return { status, headers, json, requestId, durationMs };
  const said = request.explain(json, { status, headers });
  return new VendorError({
    vendor: request.vendor,
    operation: request.operation,
    kind: said.kind ?? kindOfStatus(status, body.kind === "json"),
    status,
    code: said.code,
    detail: said.detail,
    retryAfterMs: waitOf(status, headers, deps) ?? said.retryAfterMs,
    requestId: requestId ?? undefined,
    mayHaveHappened: request.method !== "GET" && mayHaveCommitted(status),
  });
}

/** FreshBooks sends `Retry-After` on successes too (facts §7): it counts on 429 and 503 alone. */
function waitOf(status: number, headers: Headers, deps: SendDeps): number | undefined {
  return status === 429 || status === 503 ? retryAfterOf(headers, deps.clock) : undefined;
}

/** One line per try. Path without its query; no header, no body. */
function logCall(
  request: SendRequest,
  deps: SendDeps,
  result: VendorResponse | VendorError,
  durationMs: number,
): void {
  const { vendor, operation, method } = request;
  const path = new URL(request.url).pathname;
  const call = {
    vendor,
    operation,
    method,
    path,
    status: result.status,
    requestId: result.requestId,
    durationMs,
  };
  if (!(result instanceof VendorError)) {
    deps.log.debug(call, "vendor call");
    return;
  }
  const { kind, code, mayHaveHappened } = result;
  deps.log.warn({ ...call, kind, code, mayHaveHappened }, "vendor call failed");
}
