import type { BusinessDto } from "@/server/contracts/onboarding";
import { cn } from "../lib/cn";

type BusinessChoiceProps = {
  businesses: readonly BusinessDto[];
  chosen: string | null;
  onChoose: (businessId: string) => void;
};

/** The businesses of the person's FreshBooks; one that cannot work stays in the list, with its reason. */
export function BusinessChoice({ businesses, chosen, onChoose }: BusinessChoiceProps) {
  if (businesses.length === 0) {
    return (
      <p className="text-ink-soft">
        This FreshBooks user belongs to no business. Sign in to FreshBooks as someone who does, then
        reconnect.
      </p>
    );
  }
  return (
    <fieldset className="bg-surface divide-y rounded-md border">
      <legend className="sr-only">FreshBooks business</legend>
      {businesses.map(({ businessId, name, role, timezone, usable, reason, elsewhere }) => (
        <label
          key={businessId}
          className={cn(
            "grid min-h-14 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 px-4 py-3",
            usable ? "hover:bg-hover cursor-pointer" : "text-ink-faint",
          )}
        >
          <input
            type="radio"
            name="business"
            value={businessId}
            checked={chosen === businessId}
            disabled={!usable}
            className="accent-accent row-span-2 size-4 shrink-0"
            onChange={() => {
              onChoose(businessId);
            }}
          />
          <span className="font-medium break-words" dir="auto">
            {name}
          </span>
          <span className="text-small text-ink-faint">
            {reason ?? [role, timezone, elsewhere].filter((part) => part !== null && part !== "").join(" · ")}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
