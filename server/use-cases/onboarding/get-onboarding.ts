import "server-only";
import type { Onboarding } from "../../contracts/onboarding";
import type { Db } from "../../db/client";
import { listCallbackRows } from "../../db/repos/callback";
import { listConnectionFacts } from "../../db/repos/connection-facts";
import { getWorkspace } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Env } from "../../lib/env";
import { offeredEnvironments } from "../connections/offered-environments";
import { toCallbackDto, toConnectionDtos } from "../overview/connection-dto";
import { missingSteps } from "../overview/missing-steps";
import { unverifiedEmailOf } from "../people/require-verified-email";

/** Where set-up stands for this person: the next step to take, both connections, and the callbacks. */
export async function getOnboarding(
  deps: { db: Db; env: Env },
  tenant: Tenant,
  viewer: { userId: string },
): Promise<Onboarding> {
  const [workspace, connections, callbacks, unverifiedEmail] = await Promise.all([
    getWorkspace(deps.db, tenant),
    listConnectionFacts(deps.db, tenant),
    listCallbackRows(deps.db, tenant),
    unverifiedEmailOf(deps, viewer.userId),
  ]);
  const { liveMappingVersion } = workspace;
  const [step] = missingSteps({ connections, liveMappingVersion });
  return {
    step: step ?? "done",
    connections: toConnectionDtos(deps.env, connections),
    callbacks: callbacks.map(toCallbackDto),
    offers: offeredEnvironments(deps.env, connections),
    allowsTokens: deps.env.PIPEDRIVE_API_TOKENS,
    unverifiedEmail,
  };
}
