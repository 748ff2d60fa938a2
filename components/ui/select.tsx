import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "../lib/cn";
import { controlStyle } from "./control-style";

/**
 * The browser's own select, dressed: it brings the phone's wheel, the keyboard and the screen reader with it.
 * Give it an `aria-label` or a label that points at its `id`.
 */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(controlStyle, "appearance-none truncate pr-8")} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="text-ink-faint pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2"
      />
    </span>
  );
}
