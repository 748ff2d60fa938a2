"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "../ui/toaster";
import { ClockProvider } from "./clock-provider";
import { ApiProvider } from "./trpc-provider";

/** What the signed-in pages need around them: the API, the URL's state, the clock, and short news. */
export function AppProviders({ startMs, children }: { startMs: number; children: ReactNode }) {
  return (
    <NuqsAdapter>
      <ApiProvider>
        <ClockProvider startMs={startMs}>{children}</ClockProvider>
        <Toaster />
      </ApiProvider>
    </NuqsAdapter>
  );
}
