import "server-only";
import type { ConnectError } from "../../contracts/connect";
import { redeemOauthState } from "../../credentials/oauth-state";
import { requireEnvironment } from "../../credentials/other-environment";
import type { ConnectionEnvironment, Vendor } from "../../db/generated/enums";
import type { Viewer } from "../../db/repos/session";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import { getWorkspace } from "../../db/repos/workspace";
import type { WorkspaceState } from "../../db/repos/workspace";
import { tenantForWork } from "../../db/tenant";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";
import type { Deps } from "../deps";
import { connectErrorFrom, connectErrorQuery } from "./connect-error-of";
import { finishFreshbooksConnect } from "./finish-freshbooks-connect";
import { finishPipedriveConnect } from "./finish-pipedrive-connect";
import { landing } from "./landing";

/** What came back with the person: `code` or `error`, never both (facts pipedrive §1). */
type ConsentAnswer = {
  vendor: Vendor;
  state: string | null;
  code: string | null;
  error: string | null;
};

type Input = {
  viewer: Viewer | null;
  /** The same person as the audit log knows them; null where nobody is signed in. */
  actor: Actor | null;
  answer: ConsentAnswer;
  /** Throws unless the person may still connect vendors in the workspace with this slug. */
  authorize: (userId: string, slug: string) => Promise<unknown>;
};

/** The page that says what went wrong where no workspace is known to lead back to, and offers to start over. */
export function failedPath(vendor: Vendor, error: ConnectError): string {
  return `/connect/failed?${new URLSearchParams({ error, vendor }).toString()}`;
}

async function finish(
  deps: Deps,
  tenant: Tenant,
  answer: ConsentAnswer,
  { environment, actor }: { environment: ConnectionEnvironment; actor: Actor },
): Promise<ConnectError | null> {
  if (answer.error !== null || answer.code === null) return connectErrorFrom(answer.error ?? "");
  await requireEnvironment(deps.db, tenant, environment);
  const finishers = { freshbooks: finishFreshbooksConnect, pipedrive: finishPipedriveConnect };
  await finishers[answer.vendor](deps, tenant, { code: answer.code, environment, actor });
  await makeSweepDue(deps.db, tenant, deps.clock.now());
  return null;
}

/**
 * Ends a consent: the state is used up first, whatever else the answer holds; then membership is proved anew, the
 * code traded and the grant stored. Returns the path to send the person to; failures are a short code in its query.
 */
export async function finishConnect(deps: Deps, input: Input): Promise<string> {
  const { viewer, actor, answer } = input;
  const { vendor } = answer;
  let workspace: WorkspaceState | null = null;
  try {
    if (!viewer || !actor) return failedPath(vendor, "signed_out");
    const holder = { vendor, userId: viewer.userId, sessionId: viewer.sessionId };
    const redeemed = await redeemOauthState(deps, { ...holder, state: answer.state ?? "" });
    const tenant = await tenantForWork(deps.db, redeemed.workspaceId);
    const found = await getWorkspace(deps.db, tenant);
    await input.authorize(viewer.userId, found.slug);
    workspace = found;
    const error = await finish(deps, tenant, answer, { ...redeemed, actor });
    return landing(workspace, error ? { error, vendor } : { connected: vendor });
  } catch (error) {
    const query = connectErrorQuery(error);
    deps.log.warn({ err: error, vendor, ...query }, "connecting failed");
    return workspace ? landing(workspace, { ...query, vendor }) : failedPath(vendor, query.error);
  }
}
