import type { ComponentProps } from "react";
import { cn } from "../lib/cn";
import { controlStyle } from "./control-style";
import { TextField } from "./text-field";

/** A code from an authenticator app or off a list: one field, so that pasting and filling in just work. */
export function CodeField(props: ComponentProps<typeof TextField>) {
  return (
    <TextField
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      className={cn(controlStyle, "font-mono tracking-widest")}
      {...props}
    />
  );
}
