import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode; picture?: ReactNode };

/** Nothing here yet: says why, and the one next step. */
export function EmptyState({ title, children, action, picture }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center">
      {picture}
      <p className="text-lead mt-4 font-medium">{title}</p>
      <div className="text-ink-soft mt-1 text-balance">{children}</div>
      {action === undefined ? null : <div className="mt-6">{action}</div>}
    </div>
  );
}
