"use client";

import { Button } from "../ui/button";
import { NothingHere } from "./nothing-here";

type BrokenPageProps = { digest: string | undefined; onRetry: () => void };

/** A page that could not be shown: what that means, what to do, and the digest that finds it in the log. */
export function BrokenPage({ digest, onRetry }: BrokenPageProps) {
  return (
    <NothingHere title="This page could not be shown">
      Something failed on our side. Nothing that was synced is lost. Try again; if it stays, tell whoever runs
      this installation.
      {digest === undefined ? null : (
        <p className="text-small mt-3">
          Error <code className="font-mono">{digest}</code>
        </p>
      )}
      <div className="mt-6 flex justify-center">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      </div>
    </NothingHere>
  );
}
