import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { readSession } from "@/server/auth/session";
import { loadForPage } from "../../server-api";

type WorkspaceLayoutProps = { params: Promise<{ workspace: string }>; children: ReactNode };

/**
 * The shell around a workspace's pages. Each page checks membership itself; this only draws the frame, and
 * draws none for someone who is not signed in: the page, which knows its address, sends them to sign in.
 */
export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const session = await readSession();
  if (!session) return children;
  const { workspace } = await params;
  const workspaces = await loadForPage(`/${workspace}`, (api) => api.workspace.list());
  const current = workspaces.find(({ slug }) => slug === workspace);
  if (!current) notFound();
  return (
    <AppShell current={current} workspaces={workspaces} viewer={{ name: session.name, email: session.email }}>
      {children}
    </AppShell>
  );
}
