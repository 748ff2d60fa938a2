"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { cn } from "../lib/cn";
import { controlStyle } from "./control-style";

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** The person has left the field: what is held back until they pause may be carried out now. */
  onLeave?: () => void;
  className?: string;
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

/** The list's search. The key / takes you there from anywhere on the page, Escape leaves it with its text kept. */
export function SearchField({ label, value, onChange, onLeave, className }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <div role="search" className={cn("relative", className)}>
      <Search
        aria-hidden
        className="text-ink-faint pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        value={value}
        maxLength={200}
        className={cn(controlStyle, "pl-9")}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // Of itself the browser empties a search field on Escape, which would change the list behind the focus.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        onBlur={onLeave}
      />
    </div>
  );
}
