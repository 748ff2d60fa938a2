"use client";

import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "../lib/cn";

type MenuProps = { trigger: ReactNode; align?: "start" | "end"; children: ReactNode };

/**
 * A list of things to do or places to go, opened by its trigger (a button). It stays where its trigger is in the
 * document, so that it belongs to the same landmark.
 */
export function Menu({ trigger, align = "start", children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className="bg-surface shadow-float z-50 max-h-[70dvh] min-w-52 overflow-y-auto rounded-md border p-1"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const itemStyle =
  "flex min-h-8 items-center gap-2 rounded-md px-2 text-body text-ink outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-10";

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cn(itemStyle, className)} {...rest} />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="text-micro text-ink-faint px-2 py-1">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="bg-line my-1 h-px" />;
}

type MenuChoiceProps = {
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string; icon: ReactNode }[];
};

/** One of several, the chosen one marked. */
export function MenuChoice({ value, onChange, choices }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={itemStyle}>
          {choice.icon}
          {choice.label}
          <DropdownMenu.ItemIndicator className="text-accent-ink text-micro ml-auto">
            on
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
