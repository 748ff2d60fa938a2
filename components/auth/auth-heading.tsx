import type { ReactNode } from "react";

/** The one heading of a page for getting in, and what is to be done there. */
export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-8">
      <h1 className="text-display font-semibold tracking-tight text-balance">{title}</h1>
      {children === undefined ? null : <div className="text-ink-soft mt-1">{children}</div>}
    </header>
  );
}
