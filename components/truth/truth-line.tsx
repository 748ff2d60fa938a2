import type { Health } from "@/server/contracts/sync";
import { cn } from "../lib/cn";
import { meanings } from "./meaning";

type TruthLineProps = { state: Health; className?: string; label?: string };

const dashes = { in_step: undefined, waiting: "5 4", excluded: "1 5", failing: undefined } as const;

/** The two strokes across the cut. Zero lies in the middle of the line. */
function Cut() {
  return (
    <svg x="50%" overflow="visible">
      <line x1="-5" y1="13" x2="-1" y2="3" />
      <line x1="1" y1="13" x2="5" y2="3" />
    </svg>
  );
}

function Strokes({ state }: { state: Health }) {
  if (state === "failing") {
    return (
      <>
        <line x1="4" y1="8" x2="43%" y2="8" />
        <line x1="57%" y1="8" x2="100%" y2="8" />
        <Cut />
      </>
    );
  }
  return <line x1="5" y1="8" x2="100%" y2="8" strokeDasharray={dashes[state]} />;
}

/**
 * The brand's line between the ledger (left) and the pipeline (right), as wide as its box: quiet when a value is in
 * step, dashed while it waits, dotted when it is left out on purpose, cut when it failed. The shape tells the state,
 * the colour only repeats it.
 */
export function TruthLine({ state, className, label }: TruthLineProps) {
  const isInStep = state === "in_step";
  return (
    <svg
      role="img"
      aria-label={label ?? meanings[state].word}
      strokeWidth="1.5"
      strokeLinecap="round"
      stroke="currentColor"
      className={cn("h-4 shrink-0", isInStep ? "text-line-strong" : meanings[state].ink, className ?? "w-16")}
    >
      <Strokes state={state} />
      <circle cx="3" cy="8" r="3" fill="currentColor" stroke="none" />
      <svg x="100%" overflow="visible">
        <circle
          cx="-3.5"
          cy="8"
          r="2.75"
          fill={isInStep ? "var(--in-step)" : "var(--surface)"}
          stroke={isInStep ? "var(--in-step)" : "currentColor"}
        />
      </svg>
    </svg>
  );
}
