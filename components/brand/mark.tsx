import { cn } from "../lib/cn";

/** The mark: the ledger's column, the pipeline's column in its stages, the line that carries a value over. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn("size-6 shrink-0", className)}>
      <rect x="2" y="3" width="6" height="18" rx="1.5" fill="var(--ink)" />
      <rect x="16" y="3" width="6" height="5" rx="1.5" fill="var(--accent-ink)" opacity="0.45" />
      <rect x="16" y="9.5" width="6" height="5" rx="1.5" fill="var(--accent-ink)" />
      <rect x="16" y="16" width="6" height="5" rx="1.5" fill="var(--accent-ink)" opacity="0.45" />
      <path d="M8 12h8" stroke="var(--accent-ink)" strokeWidth="2" />
    </svg>
  );
}

/** Mark and name together. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <Mark />
      ml-connector
    </span>
  );
}
