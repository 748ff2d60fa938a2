import "server-only";
import type { Db } from "../../db/client";
import { listWorkspacesOf } from "../../db/repos/workspace";
import type { WorkspaceOfPerson } from "../../db/repos/workspace";

/** The workspaces the person belongs to, with their role in each. */
export async function listWorkspaces(
  deps: { db: Db },
  input: { userId: string },
): Promise<WorkspaceOfPerson[]> {
  return await listWorkspacesOf(deps.db, input.userId);
}
