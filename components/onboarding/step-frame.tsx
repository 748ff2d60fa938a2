import type { ReactNode } from "react";

/** One step of the set-up: what it is for, then what to do. */
export function StepFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-6">
      <div className="max-w-prose">
        <h2 className="text-lead font-semibold">{title}</h2>
        <div className="text-ink-soft mt-1">{lead}</div>
      </div>
      {children}
    </section>
  );
}
