"use client";

import { useQuery } from "@tanstack/react-query";
import type { Onboarding } from "@/server/contracts/onboarding";
import type { VendorConnectionDto } from "@/server/contracts/overview";
import { useTRPC } from "../lib/trpc-provider";
import { connectionOf } from "../truth/connection-look";
import { SandboxLink } from "../truth/sandbox-link";
import { TruthLine } from "../truth/truth-line";
import { VendorPanel } from "../truth/vendor-panel";
import { Note } from "../ui/note";
import { PageHeader } from "../ui/page-header";
import { ProblemNote } from "../ui/problem-note";
import { CallbacksPanel } from "./callbacks-panel";
import { DisconnectAction } from "./disconnect-action";
import { ReconnectAction } from "./reconnect-action";

const pollMs = 5000;

type ConnectionsScreenProps = {
  slug: string;
  initial: Onboarding;
  /** What went wrong on the way back from a consent page, as a sentence. */ connectError: string | null;
};

function lineBetween(freshbooks: VendorConnectionDto, pipedrive: VendorConnectionDto) {
  const statuses = [freshbooks.status, pipedrive.status];
  if (statuses.includes("needs_reconnect")) return { state: "failing", label: "Interrupted" } as const;
  const isWhole = statuses.every((status) => status === "active");
  return isWhole
    ? ({ state: "in_step", label: "Connected" } as const)
    : ({ state: "waiting", label: "Not connected yet" } as const);
}

type ConnectionActionsProps = Pick<Onboarding, "offers"> & { slug: string; connection: VendorConnectionDto };

/** What can be done about a connection, at the foot of its panel. */
function ConnectionActions({ slug, connection, offers }: ConnectionActionsProps) {
  return (
    <div className="mt-auto flex flex-col items-start gap-3">
      {connection.sandboxUrl === null ? null : (
        <SandboxLink vendor={connection.vendor} url={connection.sandboxUrl} />
      )}
      <div className="flex flex-wrap items-start gap-3">
        <ReconnectAction slug={slug} connection={connection} offers={offers} />
        {connection.status === "absent" ? null : <DisconnectAction slug={slug} connection={connection} />}
      </div>
    </div>
  );
}

/** Both grants, the callbacks, and the buttons that mend them. */
export function ConnectionsScreen({ slug, initial, connectError }: ConnectionsScreenProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.onboarding.get.queryOptions({ workspace: slug }),
    initialData: initial,
    refetchInterval: pollMs,
  });
  const freshbooks = connectionOf(data.connections, "freshbooks");
  const pipedrive = connectionOf(data.connections, "pipedrive");
  return (
    <>
      <PageHeader
        title="Connections"
        lead="The two grants that this workspace works with. FreshBooks is only read; Pipedrive is read and written."
      />
      <div className="flex flex-col gap-8">
        {connectError === null ? null : <Note>{connectError}</Note>}
        {error === null ? null : (
          <ProblemNote
            title="This is the last we know; it could not be renewed"
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        <div className="grid items-stretch md:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
          <VendorPanel connection={freshbooks} role="ledger">
            <ConnectionActions slug={slug} connection={freshbooks} offers={data.offers} />
          </VendorPanel>
          <div className="grid place-items-center max-md:h-12">
            <TruthLine
              {...lineBetween(freshbooks, pipedrive)}
              className="max-md:w-10 max-md:rotate-90 md:w-20"
            />
          </div>
          <VendorPanel connection={pipedrive} role="pipeline">
            <ConnectionActions slug={slug} connection={pipedrive} offers={data.offers} />
          </VendorPanel>
        </div>
        <CallbacksPanel slug={slug} callbacks={data.callbacks} canRegister={freshbooks.status === "active"} />
      </div>
    </>
  );
}
