import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { pipedriveApp } from "../../credentials/oauth-apps";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import { findConnection } from "../../db/repos/connection";
import { listWorkspacesOfInstallation } from "../../db/repos/connection-facts";
import { markNeedsReconnect } from "../../db/repos/refresh-lease";
import { tenantForWork } from "../../db/tenant";
import type { Env } from "../../lib/env";
import { AppError } from "../../lib/errors";
import type { Deps } from "../deps";
import { installedEnvironments } from "./installed-environments";

const numeric = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String);
const noticeSchema = z.object({ company_id: numeric, user_id: numeric });

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Whether the header is our app's id and secret there; compared as digests, in constant time. */
function isFrom(env: Env, environment: ConnectionEnvironment, authorization: string | null): boolean {
  const { clientId, clientSecret } = pipedriveApp(env, environment);
  const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  return timingSafeEqual(sha256(authorization ?? ""), sha256(expected));
}

/**
 * Pipedrive's uninstall notice (facts pipedrive §1): the installation's tokens are dead, so its connections ask to be
 * made again. Account and links stay, so that the same company can be connected again and go on. A repeated notice,
 * and one for an installation we do not know, changes nothing. Throws `unauthenticated`, `invalid_input`.
 */
export async function closeConnection(
  deps: Deps,
  input: { authorization: string | null; body: unknown },
): Promise<{ closed: number }> {
  const senders = installedEnvironments(deps.env).filter((one) => isFrom(deps.env, one, input.authorization));
  if (senders.length === 0) throw new AppError("unauthenticated");
  const notice = noticeSchema.safeParse(input.body);
  if (!notice.success) throw new AppError("invalid_input", { cause: notice.error });
  const installation = { accountId: notice.data.company_id, vendorUserId: notice.data.user_id };
  const found = senders.map((environment) =>
    listWorkspacesOfInstallation(deps.db, { environment, ...installation }),
  );
  let closed = 0;
  for (const workspaceId of (await Promise.all(found)).flat()) {
    const tenant = await tenantForWork(deps.db, workspaceId);
    const connection = await findConnection(deps.db, tenant, "pipedrive");
    if (!connection || connection.status === "needs_reconnect") continue;
    const { id, tokenVersion } = connection;
    const end = { id, tokenVersion, reason: "uninstalled", at: deps.clock.now() } as const;
    if (await markNeedsReconnect(deps.db, tenant, end)) closed += 1;
    deps.log.info({ workspaceId, connectionId: id }, "uninstalled at Pipedrive");
  }
  return { closed };
}
