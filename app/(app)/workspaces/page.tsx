import type { Metadata } from "next";
import { PublicHeader } from "@/components/brand/public-header";
import { SignOutButton } from "@/components/workspaces/sign-out-button";
import { CreateWorkspaceForm } from "@/components/workspaces/create-workspace-form";
import { WorkspaceList } from "@/components/workspaces/workspace-list";
import { loadForPage } from "../../server-api";

export const metadata: Metadata = { title: "Workspaces" };

/** Where a signed-in person lands: their workspaces, and the form for a new one. */
export default async function WorkspacesPage() {
  const workspaces = await loadForPage("/workspaces", (api) => api.workspace.list());
  const isFirst = workspaces.length === 0;
  return (
    <>
      <PublicHeader>
        <SignOutButton />
      </PublicHeader>
      <main id="main" className="mx-auto w-full max-w-xl px-4 pt-8 pb-16 sm:pt-16">
        <h1 className="text-display font-semibold tracking-tight">
          {isFirst ? "Make your first workspace" : "Workspaces"}
        </h1>
        <p className="text-ink-soft mt-1 mb-8 max-w-prose">
          A workspace joins one FreshBooks business to one Pipedrive company.{" "}
          {isFirst ? "Name it after the business." : ""}
        </p>
        {isFirst ? null : <WorkspaceList workspaces={workspaces} />}
        <CreateWorkspaceForm isFirst={isFirst} />
      </main>
    </>
  );
}
