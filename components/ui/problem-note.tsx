"use client";

import { CircleAlert } from "lucide-react";
import { problemOf } from "../lib/problem-of";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

type ProblemNoteProps = { title: string; error: unknown; onRetry?: (() => void) | undefined };

/** What failed, what it means, what to do; with the request id for whoever is asked for help. */
export function ProblemNote({ title, error, onRetry }: ProblemNoteProps) {
  const { sentence, requestId } = problemOf(error);
  return (
    <div role="alert" className="bg-failing-wash flex flex-wrap items-start gap-3 rounded-md p-4">
      <CircleAlert aria-hidden className="text-failing mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-ink-soft">{sentence}</p>
        {requestId === null ? null : (
          <p className="text-small text-ink-soft mt-1 flex items-center gap-1">
            Request <code className="font-mono break-all">{requestId}</code>
            <CopyButton text={requestId} label="Copy request id" />
          </p>
        )}
      </div>
      {onRetry === undefined ? null : (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
