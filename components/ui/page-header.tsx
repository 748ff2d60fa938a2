import type { ReactNode } from "react";

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode };

/** The page's one heading, a line that says what is here, and its verbs. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-2xl min-w-0">
        <h1 className="text-title font-semibold tracking-tight text-balance break-words">{title}</h1>
        {lead === undefined ? null : <div className="text-ink-soft mt-1">{lead}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
