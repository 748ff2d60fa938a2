import { z } from "zod";
import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { Fetch, SendRequest, VendorResponse } from "../http/request";
import { send } from "../http/send";
import { VendorError } from "../http/vendor-error";
import { withFreshToken } from "../http/with-fresh-token";
import type { TokenSource } from "../http/with-fresh-token";
import { callCosts } from "./costs";
import type { PipedriveOperation } from "./costs";
import { explainFailure } from "./errors";
import type { Gate } from "./gate";
import type { TheirClock } from "./their-clock";

/** A consent's access token, or a person's own API token. */
export type PipedriveGrantKind = "oauth" | "api_token";

export type PipedriveCallDeps = TokenSource & {
  /** The installation's `api_domain`, without a slash at its end. */
  apiBaseUrl: string;
  /** What kind of secret the token is, and so in which header it goes; `oauth` when absent (facts §2). */
  grant?: PipedriveGrantKind | undefined;
  gate: Gate;
  theirClock?: TheirClock | undefined;
  fetch?: Fetch | undefined;
  clock: Clock;
  log: Logger;
};

export type PipedriveCall<Schema extends z.ZodType> = {
  operation: PipedriveOperation;
  method: "GET" | "POST" | "PATCH";
  /** From the root: `/api/v2/deals`. */
  path: string;
  query?: URLSearchParams;
  body?: unknown;
  /** Of `data`. */
  schema: Schema;
};

/** What is worth keeping about a call that was made. */
export type CallMade = { status: number; requestId: string | null; durationMs: number };

export type PipedriveAnswer<Data> = {
  data: Data;
  nextCursor: string | null;
  call: CallMade;
  headers: Headers;
};

const envelope = z.object({
  success: z.boolean().nullish(),
  data: z.unknown(),
  additional_data: z
    .object({ next_cursor: z.string().min(1).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/** Makes one Pipedrive call through the gate. Throws `VendorError`, or what the gate throws before anything was sent. */
export async function callPipedrive<Schema extends z.ZodType>(
  deps: PipedriveCallDeps,
  call: PipedriveCall<Schema>,
): Promise<PipedriveAnswer<z.output<Schema>>> {
  const response = await withFreshToken(deps, (token) => sendOnce(deps, call, token));
  return parseAnswer(call, response);
}

function authorization(grant: PipedriveGrantKind, token: string): Record<string, string> {
  return grant === "api_token" ? { "x-api-token": token } : { authorization: `Bearer ${token}` };
}

async function sendOnce<Schema extends z.ZodType>(
  deps: PipedriveCallDeps,
  call: PipedriveCall<Schema>,
  token: string,
): Promise<VendorResponse> {
  const { tokens, kind } = callCosts[call.operation];
  const query = call.query?.toString() ?? "";
  const request: SendRequest = {
    vendor: "pipedrive",
    operation: call.operation,
    method: call.method,
    url: `${deps.apiBaseUrl}${call.path}${query === "" ? "" : `?${query}`}`,
    headers: {
      ...authorization(deps.grant ?? "oauth", token),
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    explain: explainFailure,
    beforeTry: () => deps.gate.before(tokens, kind),
    onAnswer: (facts) => {
      deps.theirClock?.note(facts.headers);
      return deps.gate.after({ ...facts, kind });
    },
  };
  return send(request, deps);
}

function parseAnswer<Schema extends z.ZodType>(
  call: PipedriveCall<Schema>,
  response: VendorResponse,
): PipedriveAnswer<z.output<Schema>> {
  const { status, requestId, durationMs, headers } = response;
  const wrapped = envelope.safeParse(response.json);
  const parsed = call.schema.safeParse(wrapped.data?.data);
  if (!wrapped.success || wrapped.data.success === false || !parsed.success) {
    throw new VendorError({
      vendor: "pipedrive",
      operation: call.operation,
      kind: "bad_response",
      status,
      requestId: requestId ?? undefined,
      detail: parsed.error?.issues.map((issue) => issue.path.join(".")).join(", "),
      mayHaveHappened: call.method !== "GET",
      cause: wrapped.error ?? parsed.error,
    });
  }
  return {
    data: parsed.data,
    nextCursor: wrapped.data.additional_data?.next_cursor ?? null,
    call: { status, requestId, durationMs },
    headers,
  };
}
