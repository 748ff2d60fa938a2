"use client";

import { useQuery } from "@tanstack/react-query";
import type { Onboarding } from "@/server/contracts/onboarding";
import { useTRPC } from "../lib/trpc-provider";
import { Note } from "../ui/note";
import { PageHeader } from "../ui/page-header";
import { ProblemNote } from "../ui/problem-note";
import { BusinessStep } from "./business-step";
import { CallbackProgress } from "./callback-progress";
import { ConnectStep } from "./connect-step";
import { DoneStep } from "./done-step";
import { MappingStep } from "./mapping-step";
import { StepPath } from "./step-path";

const pollMs = 2000;

type OnboardingScreenProps = {
  slug: string;
  initial: Onboarding;
  /** What went wrong on the way back from a consent page, as a sentence. */ connectError: string | null;
};

function isSettling({ callbacks }: Onboarding): boolean {
  return callbacks.some(({ status }) => status === "registering" || status === "pending");
}

function CurrentStep({ slug, state }: { slug: string; state: Onboarding }) {
  switch (state.step) {
    case "freshbooks":
      return (
        <ConnectStep slug={slug} vendor="freshbooks" connections={state.connections} offers={state.offers} />
      );
    case "business":
      return <BusinessStep slug={slug} />;
    case "pipedrive":
      return (
        <ConnectStep slug={slug} vendor="pipedrive" connections={state.connections} offers={state.offers} />
      );
    case "mapping":
      return <MappingStep slug={slug} />;
    case "done":
      return <DoneStep slug={slug} />;
  }
}

/** The set-up. The server knows the step; the callbacks' handshakes are watched while they are under way. */
export function OnboardingScreen({ slug, initial, connectError }: OnboardingScreenProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.onboarding.get.queryOptions({ workspace: slug }),
    initialData: initial,
    refetchInterval: (query) => (query.state.data && isSettling(query.state.data) ? pollMs : false),
  });
  return (
    <>
      <PageHeader title="Set up this workspace" lead="You can leave at any step; we keep your place." />
      <div className="grid gap-8 lg:grid-cols-[200px_minmax(0,1fr)]">
        <StepPath current={data.step} />
        <div className="flex min-w-0 flex-col gap-6">
          {connectError === null ? null : <Note>{connectError}</Note>}
          {error === null ? null : (
            <ProblemNote
              title="We could not look how far you are"
              error={error}
              onRetry={() => void refetch()}
            />
          )}
          <CurrentStep slug={slug} state={data} />
          {data.callbacks.length === 0 ? null : <CallbackProgress callbacks={data.callbacks} />}
        </div>
      </div>
    </>
  );
}
