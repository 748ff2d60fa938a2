"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Onboarding } from "@/server/contracts/onboarding";
import { VerifyEmailNotice } from "../account/verify-email-notice";
import { useTRPC } from "../lib/trpc-provider";
import { Note } from "../ui/note";
import { PageHeader } from "../ui/page-header";
import { ProblemNote } from "../ui/problem-note";
import { BusinessStep } from "./business-step";
import { CallbackProgress } from "./callback-progress";
import { ConnectStep } from "./connect-step";
import { DoneStep } from "./done-step";
import { MappingStep } from "./mapping-step";
import { PreflightStep } from "./preflight-step";
import { StepPath } from "./step-path";
import type { ScreenStep } from "./steps";

const pollMs = 2000;

type OnboardingScreenProps = {
  slug: string;
  initial: Onboarding;
  /** What went wrong on the way back from a consent page, as a sentence. */ connectError: string | null;
};

/** Whether something is going to change by itself, here or at the vendor. */
function isSettling({ callbacks, unverifiedEmail }: Onboarding): boolean {
  if (unverifiedEmail !== null) return true;
  return callbacks.some(({ status }) => status === "registering" || status === "pending");
}

type CurrentStepProps = { slug: string; state: Onboarding; step: ScreenStep; onCleared: () => void };

function CurrentStep({ slug, state, step, onCleared }: CurrentStepProps) {
  switch (step) {
    case "freshbooks":
    case "pipedrive":
      return <ConnectStep slug={slug} vendor={step} {...state} />;
    case "business":
      return <BusinessStep slug={slug} />;
    case "preflight":
      return <PreflightStep slug={slug} onCleared={onCleared} />;
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
  // Looked at before each mapping: what stood in the way may do so again after the set-up was left.
  const [isCleared, setIsCleared] = useState(false);
  const step = data.step === "mapping" && !isCleared ? "preflight" : data.step;
  return (
    <>
      <PageHeader title="Set up this workspace" lead="You can leave at any step; we keep your place." />
      <div className="grid gap-8 lg:grid-cols-[200px_minmax(0,1fr)]">
        <StepPath current={step} />
        <div className="flex min-w-0 flex-col gap-6">
          {connectError === null ? null : <Note>{connectError}</Note>}
          {error === null ? null : (
            <ProblemNote
              title="We could not look how far you are"
              error={error}
              onRetry={() => void refetch()}
            />
          )}
          {data.unverifiedEmail === null ? null : <VerifyEmailNotice email={data.unverifiedEmail} />}
          <CurrentStep
            slug={slug}
            state={data}
            step={step}
            onCleared={() => {
              setIsCleared(true);
            }}
          />
          {data.callbacks.length === 0 ? null : <CallbackProgress callbacks={data.callbacks} />}
        </div>
      </div>
    </>
  );
}
