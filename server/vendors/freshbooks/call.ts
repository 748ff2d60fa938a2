import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { Fetch, SendRequest } from "../http/request";
import { send } from "../http/send";
import { VendorError } from "../http/vendor-error";
import { withFreshToken } from "../http/with-fresh-token";
import type { TokenSource } from "../http/with-fresh-token";
import { explainFailure, explainSuccessErrors } from "./errors";

export type FreshbooksCallDeps = TokenSource & {
  /** API root without a slash at its end. */
  baseUrl: string;
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
  /** The object asked for, as FreshBooks names it in errors: only its own absence counts as one. */
  about?: string;
};

/** Makes one FreshBooks call and gives back its JSON (null when empty). Throws `VendorError`. */
export function callFreshbooks(deps: FreshbooksCallDeps, call: FreshbooksCall): Promise<unknown> {
  return withFreshToken(deps, (token) => callOnce(deps, call, token));
}

async function callOnce(deps: FreshbooksCallDeps, call: FreshbooksCall, token: string): Promise<unknown> {
  const query = call.query?.toString() ?? "";
  const request: SendRequest = {
    vendor: "freshbooks",
    operation: call.operation,
    method: call.method,
    url: `${deps.baseUrl}${call.path}${query === "" ? "" : `?${query}`}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    mayBeEmpty: call.mayBeEmpty ?? false,
    explain: (json) => explainFailure(json, call.about),
  };
  const { json, status, requestId } = await send(request, deps);
  const said = explainSuccessErrors(json, call.about);
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
