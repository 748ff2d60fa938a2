"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState, type ComponentProps } from "react";
import { cn } from "../lib/cn";
import { controlStyle } from "./control-style";
import { describedBy, FieldFrame } from "./field-frame";

type PasswordFieldProps = Omit<ComponentProps<"input">, "type"> & {
  label: string;
  /** Whether a password manager is to fill in the one it knows, or to offer a new one. */
  autoComplete: "current-password" | "new-password";
  hint?: string | undefined;
  error?: string | undefined;
};

/** A password, typed once: whoever doubts what they typed has it shown. */
export function PasswordField({ label, hint, error, ...input }: PasswordFieldProps) {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          className={cn(controlStyle, "pr-11")}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, hint, error)}
          {...input}
        />
        <button
          type="button"
          // Says nothing of a password: the field alone is to be found by that word.
          aria-label={isShown ? "Hide what is typed" : "Show what is typed"}
          aria-controls={id}
          className="text-ink-faint hover:text-ink absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md transition-colors duration-150"
          onClick={() => {
            setIsShown(!isShown);
          }}
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </span>
    </FieldFrame>
  );
}
