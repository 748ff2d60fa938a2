"use client";

import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { connectionsOutput } from "@/server/contracts/connections";
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
import { PingAction } from "./ping-action";
import { PreflightPanel } from "./preflight-panel";
import { ReconnectAction } from "./reconnect-action";

/** Quick while a handshake is under way, at leisure afterwards. */
const pollMs = { settling: 2_000, settled: 10_000 } as const;

type Connections = z.output<typeof connectionsOutput>;

function pollMsOf(connections: Connections | undefined): number {
  const isSettling = connections?.callbacks.some(
    ({ status }) => status === "registering" || status === "pending",
  );
  return isSettling === true ? pollMs.settling : pollMs.settled;
}

type ConnectionsScreenProps = {
  slug: string;
  initial: Connections;
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

type ConnectionActionsProps = Pick<Connections, "offers" | "allowsTokens"> & {
  slug: string;
  connection: VendorConnectionDto;
};

/** What can be done about a connection, at the foot of its panel. */
function ConnectionActions({ slug, connection, offers, allowsTokens }: ConnectionActionsProps) {
  return (
    <div className="mt-auto flex flex-col items-start gap-3">
      <PingAction slug={slug} connection={connection} />
      {connection.sandboxUrl === null ? null : (
        <SandboxLink vendor={connection.vendor} url={connection.sandboxUrl} />
      )}
      <div className="flex flex-wrap items-start gap-3">
        <ReconnectAction {...{ slug, connection, offers, allowsTokens }} />
        {connection.status === "absent" ? null : <DisconnectAction slug={slug} connection={connection} />}
      </div>
    </div>
  );
}

/** Both grants, the callbacks, and the buttons that mend them. */
export function ConnectionsScreen({ slug, initial, connectError }: ConnectionsScreenProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.connections.get.queryOptions({ workspace: slug }),
    initialData: initial,
    refetchInterval: (query) => pollMsOf(query.state.data),
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
            <ConnectionActions slug={slug} connection={freshbooks} {...data} />
          </VendorPanel>
          <div className="grid place-items-center max-md:h-12">
            <TruthLine
              {...lineBetween(freshbooks, pipedrive)}
              className="max-md:w-10 max-md:rotate-90 md:w-20"
            />
          </div>
          <VendorPanel connection={pipedrive} role="pipeline">
            <ConnectionActions slug={slug} connection={pipedrive} {...data} />
          </VendorPanel>
        </div>
        <CallbacksPanel
          slug={slug}
          callbacks={data.callbacks}
          checkedAt={data.callbacksCheckedAt}
          canRegister={freshbooks.status === "active"}
        />
        <PreflightPanel slug={slug} />
      </div>
    </>
  );
}
