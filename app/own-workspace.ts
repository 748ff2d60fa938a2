import { notFound } from "next/navigation";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { loadForPage } from "./server-api";

/** The workspace of a page, as its viewer is a member of it; to others it does not exist. */
export async function ownWorkspace(path: string, slug: string): Promise<WorkspaceSummary> {
  const workspaces = await loadForPage(path, (api) => api.workspace.list());
  return workspaces.find((workspace) => workspace.slug === slug) ?? notFound();
}
