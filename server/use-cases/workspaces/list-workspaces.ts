import "server-only";
import type { WorkspaceSummary } from "../../contracts/account";
import type { Db } from "../../db/client";
import { listWorkspacesOf } from "../../db/repos/workspace";
import type { WorkspaceOfPerson } from "../../db/repos/workspace";
import type { Env } from "../../lib/env";
import { isStandIn, standInPage } from "../connections/stand-in";

function sandboxOf(env: Env, connections: WorkspaceOfPerson["connections"]): WorkspaceSummary["sandbox"] {
  const standIns = connections.filter((connection) => isStandIn(env, connection));
  if (standIns.length === 0) return null;
  const pageAt = (which: "freshbooks" | "pipedrive") => {
    const found = standIns.find(({ vendor }) => vendor === which);
    return found ? standInPage(env, found) : null;
  };
  return { freshbooksUrl: pageAt("freshbooks"), pipedriveUrl: pageAt("pipedrive") };
}

/** The workspaces the person belongs to, with their role in each and the stand-ins it is joined to. */
export async function listWorkspaces(
  deps: { db: Db; env: Env },
  input: { userId: string },
): Promise<WorkspaceSummary[]> {
  const workspaces = await listWorkspacesOf(deps.db, input.userId);
  return workspaces.map(({ connections, ...workspace }) => {
    return { ...workspace, sandbox: sandboxOf(deps.env, connections) };
  });
}
