import { cn } from "../lib/cn";
import { meanings, type Meaning } from "./meaning";

type MeaningBadgeProps = {
  meaning: Meaning;
  /** Other words for the same meaning: "Verified" for in step. */
  word?: string | undefined;
};

/** A meaning as icon and word on its wash. */
export function MeaningBadge({ meaning, word }: MeaningBadgeProps) {
  const look = meanings[meaning];
  const Icon = look.icon;
  return (
    <span
      className={cn(
        "text-micro inline-flex h-6 items-center gap-1 rounded-md px-2 font-medium whitespace-nowrap",
        look.badge,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {word ?? look.word}
    </span>
  );
}
