import "server-only";
import { randomUUID } from "node:crypto";
import { readHeldInstall } from "../auth/held-install-cookie";
import { readPendingSession, readSession } from "../auth/session";
import type { Viewer } from "../auth/session";
import { syncDeps } from "../jobs/job-deps";
import type { SyncDeps } from "../use-cases/sync/sync-deps";
import { clientAddress } from "../lib/client-address";
import { isCrossSite } from "./cross-site";

/** What every procedure is given. */
export type Context = {
  deps: SyncDeps;
  viewer: Viewer | null;
  /** Who gave their password and still owes the code of their second factor, read when asked for: nobody, for all else. */
  pending: () => Promise<Viewer | null>;
  /** Named in the answer to an error and in its log line. */
  requestId: string;
  /** Whether another site's page sent this; such requests change nothing. */
  isCrossSite: boolean;
  /** Where the request came from, and with which browser; null when that is not known. */
  address: string | null;
  userAgent: string | null;
  /** The secret of an installation that waits in this browser (facts pipedrive §9.2); null without one. */
  heldInstall: string | null;
};

/** Context of a request to `/api/trpc`. */
export async function requestContext(headers: Headers): Promise<Context> {
  const deps = syncDeps();
  return {
    deps,
    viewer: await readSession(),
    pending: readPendingSession,
    requestId: randomUUID(),
    isCrossSite: isCrossSite(headers, deps.env.APP_URL),
    address: clientAddress(headers, deps.env.TRUSTED_PROXIES),
    userAgent: headers.get("user-agent"),
    heldInstall: await readHeldInstall(),
  };
}

/** Context of a server component, which calls procedures without a request of its own. */
export async function componentContext(): Promise<Context> {
  return {
    deps: syncDeps(),
    viewer: await readSession(),
    pending: readPendingSession,
    requestId: randomUUID(),
    isCrossSite: false,
    address: null,
    userAgent: null,
    heldInstall: await readHeldInstall(),
  };
}
