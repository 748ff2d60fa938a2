import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { Fetch, SendRequest } from "../http/request";
import { send } from "../http/send";
import { VendorError } from "../http/vendor-error";
import { explainFailure, explainSuccessErrors } from "./errors";

export type FreshbooksCallDeps = {
  /** API root without a slash at its end. */
  baseUrl: string;
  accessToken: () => Promise<string>;
  /** Called once after a 401; the call is then made again with a fresh token. */
  onUnauthorized?: (() => Promise<void>) | undefined;
  fetch?: Fetch | undefined;
  clock: Clock;
  log: Logger;
};

export type FreshbooksCall = {
  operation: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path from the root, its parts encoded. */
  path: string;
  query?: URLSearchParams;
  body?: unknown;
  mayBeEmpty?: boolean;
};

/** Makes one FreshBooks call and gives back its JSON (null when empty). Throws `VendorError`. */
export async function callFreshbooks(deps: FreshbooksCallDeps, call: FreshbooksCall): Promise<unknown> {
  try {
    return await callOnce(deps, call);
  } catch (error) {
    const isRefused = error instanceof VendorError && error.status === 401;
    if (!isRefused || !deps.onUnauthorized) throw error;
    await deps.onUnauthorized();
    return callOnce(deps, call);
  }
}

async function callOnce(deps: FreshbooksCallDeps, call: FreshbooksCall): Promise<unknown> {
  const query = call.query?.toString() ?? "";
  const request: SendRequest = {
    vendor: "freshbooks",
    operation: call.operation,
    method: call.method,
    url: `${deps.baseUrl}${call.path}${query === "" ? "" : `?${query}`}`,
    headers: {
      authorization: `Bearer ${await deps.accessToken()}`,
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    mayBeEmpty: call.mayBeEmpty ?? false,
    explain: explainFailure,
  };
  const { json, status, requestId } = await send(request, deps);
  const said = explainSuccessErrors(json);
  if (!said) return json;
  throw new VendorError({
    vendor: "freshbooks",
    operation: call.operation,
    status,
    requestId: requestId ?? undefined,
    mayHaveHappened: false,
    ...said,
  });
}
