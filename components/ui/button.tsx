import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "../lib/cn";
import { Spinner } from "./spinner";

const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors duration-150 select-none disabled:opacity-60 pointer-coarse:min-h-10",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border border-line-strong bg-surface text-ink hover:bg-hover",
        quiet: "text-ink-soft hover:bg-hover hover:text-ink",
      },
      size: { md: "h-9 px-4 text-body", sm: "h-8 px-3 text-small", icon: "size-8 pointer-coarse:size-10" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyle> & {
    /** Renders the one child (a link) with the button's looks. */
    asChild?: boolean;
    /** Work is under way: cannot be pressed again, and says so. */
    isPending?: boolean;
  };

/** A verb. One primary per screen. */
export function Button({
  variant,
  size,
  asChild = false,
  isPending = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const look = cn(buttonStyle({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={look}
      disabled={isPending || disabled === true}
      aria-busy={isPending}
      {...rest}
    >
      {isPending ? <Spinner /> : null}
      {children}
    </button>
  );
}
