import "server-only";
import { peekHeldInstall } from "../../credentials/held-install";
import { isAllowed } from "../../contracts/permissions";
import { listWorkspacesOf } from "../../db/repos/workspace";
import { listConnectedCompanies } from "../../db/repos/connected-companies";
import type { Deps } from "../deps";
import { isStandIn } from "./stand-in";

export type HeldInstallView = {
  expiresAt: Date;
  isSandbox: boolean;
  workspaces: { slug: string; name: string; connectedCompany: string | null }[];
} | null;

/** The installation that waits in this browser, and where this person may put it; null when none waits. */
export async function getHeldInstall(
  deps: Deps,
  input: { secret: string | null; userId: string },
): Promise<HeldInstallView> {
  const held = input.secret === null ? null : await peekHeldInstall(deps, input.secret);
  if (!held) return null;
  const { environment, expiresAt } = held;
  const companies = await listConnectedCompanies(deps.db, input.userId);
  const own = (await listWorkspacesOf(deps.db, input.userId)).filter(
    ({ role, eraseAt }) => eraseAt === null && isAllowed(role, "connections.manage"),
  );
  return {
    expiresAt,
    isSandbox: isStandIn(deps.env, { vendor: "pipedrive", environment, accountId: null }),
    workspaces: own.map(({ slug, name }) => ({ slug, name, connectedCompany: companies.get(slug) ?? null })),
  };
}
