"use client";

import { BrokenPage } from "@/components/brand/broken-page";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** For failures outside a workspace. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <BrokenPage digest={error.digest} onRetry={reset} />
    </main>
  );
}
