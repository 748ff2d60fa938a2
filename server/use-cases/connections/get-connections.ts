import "server-only";
import type { z } from "zod";
import type { connectionsOutput } from "../../contracts/connections";
import { listCallbackRows } from "../../db/repos/callback";
import { listConnectionFacts } from "../../db/repos/connection-facts";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";
import { toCallbackDto, toConnectionDtos } from "../overview/connection-dto";
import { offeredEnvironments } from "./offered-environments";

/** Both connections of a workspace, the callbacks, and how each side may be connected. */
export async function getConnections(
  deps: Pick<Deps, "db" | "env">,
  tenant: Tenant,
): Promise<z.output<typeof connectionsOutput>> {
  const [connections, callbacks] = await Promise.all([
    listConnectionFacts(deps.db, tenant),
    listCallbackRows(deps.db, tenant),
  ]);
  const freshbooks = connections.find(({ vendor }) => vendor === "freshbooks");
  return {
    connections: toConnectionDtos(deps.env, connections),
    callbacks: callbacks.map(toCallbackDto),
    offers: offeredEnvironments(deps.env, connections),
    allowsTokens: deps.env.PIPEDRIVE_API_TOKENS,
    callbacksCheckedAt: freshbooks?.callbacksCheckedAt ?? null,
  };
}
