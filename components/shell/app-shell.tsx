import type { ReactNode } from "react";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { WorkspaceProvider } from "../truth/workspace-provider";
import { AccountMenu } from "./account-menu";
import { BottomNav } from "./bottom-nav";
import { CommandButton } from "./command-button";
import { EraseBanner } from "./erase-banner";
import { HealthLink } from "./health-link";
import { RailNav } from "./rail-nav";
import { SandboxStrip } from "./sandbox-strip";
import { WorkspaceSwitcher } from "./workspace-switcher";

type AppShellProps = {
  current: WorkspaceSummary;
  workspaces: readonly WorkspaceSummary[];
  viewer: { name: string; email: string };
  children: ReactNode;
};

/** The rail at the left (a bar at top and bottom on phones) and the page beside it. */
export function AppShell({ current, workspaces, viewer, children }: AppShellProps) {
  return (
    <WorkspaceProvider
      workspace={{
        slug: current.slug,
        name: current.name,
        role: current.role,
        isErasing: current.eraseAt !== null,
      }}
    >
      <div className="md:grid md:min-h-dvh md:grid-cols-[232px_minmax(0,1fr)]">
        <header className="bg-sunken sticky top-0 z-30 flex h-14 items-center gap-2 border-b px-2 md:h-dvh md:flex-col md:items-stretch md:gap-4 md:border-r md:border-b-0 md:p-3">
          <div className="min-w-0 flex-1 md:flex-none">
            <WorkspaceSwitcher current={current} workspaces={workspaces} />
          </div>
          <CommandButton workspaces={workspaces} />
          <div className="hidden md:block">
            <RailNav slug={current.slug} />
          </div>
          <div className="md:mt-auto md:flex md:flex-col md:gap-1 md:border-t md:pt-3">
            <div className="hidden md:block">
              <HealthLink slug={current.slug} />
            </div>
            <AccountMenu name={viewer.name} email={viewer.email} />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 outline-none">
          {current.sandbox === null ? null : <SandboxStrip sandbox={current.sandbox} />}
          {current.eraseAt === null ? null : <EraseBanner slug={current.slug} eraseAt={current.eraseAt} />}
          <div className="mx-auto max-w-[1200px] px-4 pt-6 pb-24 md:px-8 md:py-8">{children}</div>
        </main>
        <BottomNav slug={current.slug} />
      </div>
    </WorkspaceProvider>
  );
}
