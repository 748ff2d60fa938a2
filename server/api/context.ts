import "server-only";
import { randomUUID } from "node:crypto";
import { readSession } from "../auth/session";
import type { Viewer } from "../auth/session";
import { processDeps } from "../use-cases/deps";
import type { Deps } from "../use-cases/deps";
import { isCrossSite } from "./cross-site";

/** What every procedure is given. */
export type Context = {
  deps: Deps;
  viewer: Viewer | null;
  /** Named in the answer to an error and in its log line. */
  requestId: string;
  /** Whether another site's page sent this; such requests change nothing. */
  isCrossSite: boolean;
};

/** Context of a request to `/api/trpc`. */
export async function requestContext(headers: Headers): Promise<Context> {
  const deps = processDeps();
  return {
    deps,
    viewer: await readSession(),
    requestId: randomUUID(),
    isCrossSite: isCrossSite(headers, deps.env.APP_URL),
  };
}

/** Context of a server component, which calls procedures without a request of its own. */
export async function componentContext(): Promise<Context> {
  return {
    deps: processDeps(),
    viewer: await readSession(),
    requestId: randomUUID(),
    isCrossSite: false,
  };
}
