import "server-only";
import type { WorkspaceState } from "../../db/repos/workspace";

/** Where a person goes who has connected: on with the set-up, or to the connections once the workspace syncs. */
export function landing(
  workspace: Pick<WorkspaceState, "slug" | "liveMappingVersion">,
  query: Record<string, string>,
): string {
  const page = workspace.liveMappingVersion === null ? "onboarding" : "connections";
  return `/${workspace.slug}/${page}?${new URLSearchParams(query).toString()}`;
}
