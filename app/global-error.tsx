"use client";

import { BrokenPage } from "@/components/brand/broken-page";
import "./globals.css";

type GlobalErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** For the one failure that takes the outermost layout with it. */
export default function GlobalErrorPage({ error, reset }: GlobalErrorPageProps) {
  return (
    <html lang="en">
      <body className="min-h-dvh">
        <title>Something failed · ml-connector</title>
        <main id="main" className="grid min-h-dvh place-items-center">
          <BrokenPage digest={error.digest} onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
