"use client";

import { ChevronDown } from "lucide-react";
import { createContext, useContext, useId, useRef, useState, type ReactNode } from "react";
import { cn } from "../lib/cn";
import { Button } from "../ui/button";

const CloseContext = createContext<() => void>(() => undefined);

/** Folds away what the caller stands in, once its work is done, and gives the focus back to its button. */
export function useClose(): () => void {
  return useContext(CloseContext);
}

type FoldableProps = {
  /** The verb that opens it. */
  label: string;
  children: ReactNode;
};

/** A form that is there once it is asked for. */
export function Foldable({ label, children }: FoldableProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <Button
        ref={button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {label}
        <ChevronDown
          aria-hidden
          className={cn("size-4 transition-transform duration-150", isOpen && "rotate-180")}
        />
      </Button>
      <div id={id} hidden={!isOpen} className="w-full max-w-sm">
        <CloseContext value={close}>{isOpen ? children : null}</CloseContext>
      </div>
    </div>
  );
}
