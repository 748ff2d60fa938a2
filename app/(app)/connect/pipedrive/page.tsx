import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PublicHeader } from "@/components/brand/public-header";
import { EnterToConnect } from "@/components/connect/enter-to-connect";
import { HeldInstall } from "@/components/connect/held-install";
import { NothingHeld } from "@/components/connect/nothing-held";
import { isAllowed } from "@/server/contracts/permissions";
import { readSession } from "@/server/auth/session";
import { loadForPage } from "../../../server-api";

export const metadata: Metadata = { title: "Connect Pipedrive" };

const path = "/connect/pipedrive";

async function nextStep(): Promise<ReactNode> {
  if (!(await readSession())) return <EnterToConnect backTo={path} />;
  const [held, all] = await loadForPage(path, (api) =>
    Promise.all([api.installs.held(), api.workspace.list()]),
  );
  if (held) return <HeldInstall held={held} />;
  const own = all.filter(({ role, eraseAt }) => eraseAt === null && isAllowed(role, "connections.manage"));
  return <NothingHeld workspaces={own} />;
}

/**
 * Where an installation leads that was begun in Pipedrive's Marketplace (facts pipedrive §9.2): it belongs to nobody
 * here until its person has come in and said for which workspace it is.
 */
export default async function ConnectPipedrivePage() {
  return (
    <>
      <PublicHeader />
      <main id="main" className="mx-auto w-full max-w-xl px-4 pt-8 pb-16 sm:pt-16">
        <h1 className="text-display mb-6 font-semibold tracking-tight">Connect Pipedrive</h1>
        {await nextStep()}
      </main>
    </>
  );
}
