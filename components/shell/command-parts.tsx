import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type CommandGroupProps = { heading: string; isAlways?: boolean; children: ReactNode };

/** A part of the menu with its heading. `isAlways`: whatever is typed. */
export function CommandGroup({ heading, isAlways = false, children }: CommandGroupProps) {
  return (
    <Command.Group
      heading={heading}
      forceMount={isAlways}
      className="[&_[cmdk-group-heading]]:text-micro [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1"
    >
      {children}
    </Command.Group>
  );
}

type CommandEntryProps = {
  /** Tells it from all others; what is typed is held against it and the keywords. */
  value: string;
  keywords?: string[];
  icon: LucideIcon;
  /** Small and grey at the end: where it leads, how it stands. */
  aside?: ReactNode;
  isAlways?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

/** One thing to do or place to go. */
export function CommandEntry(props: CommandEntryProps) {
  const { value, keywords = [], icon: Icon, aside, isAlways = false, onSelect, children } = props;
  return (
    <Command.Item
      value={value}
      keywords={keywords}
      forceMount={isAlways}
      className="data-[selected=true]:bg-hover flex min-h-10 items-center gap-3 rounded-md px-3"
      onSelect={onSelect}
    >
      <Icon aria-hidden className="text-ink-faint size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {children}
      </span>
      {aside === undefined ? null : (
        <span className="text-small text-ink-faint max-w-2/5 shrink-0 truncate" dir="auto">
          {aside}
        </span>
      )}
    </Command.Item>
  );
}
