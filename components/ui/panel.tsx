import type { ReactNode } from "react";
import { cn } from "../lib/cn";

type PanelProps = { title: string; aside?: ReactNode; className?: string; children: ReactNode };

/** A part of a page with its heading. A hairline above it is all that sets it apart. */
export function Panel({ title, aside, className, children }: PanelProps) {
  return (
    <section aria-label={title} className={cn("border-t pt-4", className)}>
      <header className="mb-3 flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-small text-ink font-medium">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
