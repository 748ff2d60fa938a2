import type { ReactNode } from "react";

/** A key as it stands on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="bg-surface text-micro text-ink-faint inline-flex h-5 items-center rounded-md border px-1.5 font-sans">
      {children}
    </kbd>
  );
}
