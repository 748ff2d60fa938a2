import "server-only";
import type { PipedriveEntity } from "../../db/generated/enums";
import { changeLink, findLink } from "../../db/repos/link";
import type { Link } from "../../db/repos/link";
import type { Attempt } from "../../db/repos/sync-attempt";
import type { Tenant } from "../../db/tenant";
import { entityPort } from "./entity-port";
import type { LiveRules } from "./load-rules";
import type { SyncDeps } from "./sync-deps";

type Key = { entity: PipedriveEntity; freshbooksId: string };

/** Whether a person asked for this attempt: then what was given up is looked for once more. */
function isAskedFor({ origin }: Attempt): boolean {
  return origin === "replay" || origin === "manual";
}

/**
 * The link of an object. One that was given up as gone is followed again, and written whole, if a person asked and the
 * object lives in Pipedrive after all: restored, or taken out of the archive.
 */
export async function findLivingLink(
  deps: SyncDeps,
  tenant: Tenant,
  input: { key: Key; attempt: Attempt; live: LiveRules },
): Promise<Link | null> {
  const { key, attempt, live } = input;
  const link = await findLink(deps.db, tenant, key);
  if (link?.state !== "gone" || link.pipedriveId === null || !isAskedFor(attempt)) return link;
  const client = await deps.pipedrive(tenant);
  const seen = await entityPort(client, key.entity, live.bindings, null).get(link.pipedriveId);
  if (!seen || seen.isGone) return link;
  await changeLink(deps.db, tenant, link, { state: "linked", written: {} });
  return findLink(deps.db, tenant, key);
}
