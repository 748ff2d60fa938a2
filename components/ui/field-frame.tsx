import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldFrameProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
};

/** The ids by which a control points at its hint and its error. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`];
  const present = ids.filter((text) => text !== "");
  return present.length === 0 ? undefined : present.join(" ");
}

/** Label above, hint below, error in place of nothing: what every control of a form sits in. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small text-ink font-medium">
        {label}
      </label>
      {children}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-small text-failing flex items-center gap-1">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-small text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
