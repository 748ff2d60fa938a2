import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "../lib/cn";

/** A link inside text or beside it. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link className={cn("text-accent-ink font-medium underline underline-offset-4", className)} {...rest} />
  );
}
