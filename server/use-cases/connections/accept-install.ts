import "server-only";
import { installOver, peekHeldInstall, redeemHeldInstall } from "../../credentials/held-install";
import { requireEnvironment } from "../../credentials/other-environment";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import { getWorkspace } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Deps } from "../deps";
import { requireVerifiedEmail } from "../people/require-verified-email";
import { finishPipedriveConnect } from "./finish-pipedrive-connect";
import { landing } from "./landing";

/**
 * Puts the installation that waits in this browser into a workspace, as the person has confirmed: its code is taken
 * once and traded, and the company joined as after any consent. What can be refused without the code is refused before
 * it is spent. Returns where the person goes next. Throws `invalid_input` when nothing waits any more, `forbidden`
 * before their address is confirmed, and as `joinCompany`.
 */
export async function acceptInstall(
  deps: Deps,
  tenant: Tenant,
  input: { secret: string | null; actor: Person },
): Promise<{ path: string }> {
  const { secret, actor } = input;
  await requireVerifiedEmail(deps, actor.userId);
  const held = secret === null ? null : await peekHeldInstall(deps, secret);
  if (!held || secret === null) throw installOver();
  await requireEnvironment(deps.db, tenant, held.environment);
  const redeemed = await redeemHeldInstall(deps, secret);
  await finishPipedriveConnect(deps, tenant, { ...redeemed, actor });
  await makeSweepDue(deps.db, tenant, deps.clock.now());
  return { path: landing(await getWorkspace(deps.db, tenant), { connected: "pipedrive" }) };
}
