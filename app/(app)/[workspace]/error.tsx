"use client";

import { BrokenPage } from "@/components/brand/broken-page";

type WorkspaceErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** For failures of one page of a workspace: the rail stays, so that the person can go elsewhere. */
export default function WorkspaceErrorPage({ error, reset }: WorkspaceErrorPageProps) {
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <BrokenPage digest={error.digest} onRetry={reset} />
    </div>
  );
}
