import type { Health } from "@/server/contracts/sync";
import { cn } from "../lib/cn";
import { meanings } from "./meaning";

type TruthLineProps = { state: Health; className?: string; label?: string };

/** The strokes between the two ends; each state is told by its shape, the colour only repeats it. */
function Strokes({ state }: { state: Health }) {
  const common = { stroke: "currentColor", strokeWidth: 1.5, vectorEffect: "non-scaling-stroke" } as const;
  switch (state) {
    case "in_step":
      return <line x1="4" y1="8" x2="60" y2="8" {...common} />;
    case "waiting":
      return <line x1="5" y1="8" x2="60" y2="8" strokeDasharray="4 4" {...common} />;
    case "excluded":
      return <line x1="5" y1="8" x2="60" y2="8" strokeDasharray="1 5" strokeLinecap="round" {...common} />;
    case "failing":
      return (
        <>
          <line x1="4" y1="8" x2="24" y2="8" {...common} />
          <line x1="40" y1="8" x2="60" y2="8" {...common} />
          <line x1="27" y1="13" x2="31" y2="3" {...common} />
          <line x1="33" y1="13" x2="37" y2="3" {...common} />
        </>
      );
  }
}

/**
 * The brand's line between the ledger (left) and the pipeline (right): quiet when a value is in step, dashed
 * while it waits, dotted when it is left out on purpose, cut when it failed.
 */
export function TruthLine({ state, className, label }: TruthLineProps) {
  const ink = state === "in_step" ? "text-line-strong" : meanings[state].ink;
  return (
    <svg
      viewBox="0 0 64 16"
      role="img"
      aria-label={label ?? meanings[state].word}
      className={cn("h-4 w-16 shrink-0", ink, className)}
    >
      <Strokes state={state} />
      <circle cx="3" cy="8" r="2.5" fill="currentColor" />
      <circle
        cx="61"
        cy="8"
        r="2.5"
        fill={state === "in_step" ? "var(--in-step)" : "var(--surface)"}
        stroke="currentColor"
        strokeWidth={state === "in_step" ? 0 : 1.25}
      />
    </svg>
  );
}
