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
      {businesses.map(({ businessId, name, role, timezone, usable, reason }) => (
        <label
          key={businessId}
          className={cn(
            "flex min-h-14 items-center gap-4 px-4 py-3",
            usable ? "hover:bg-hover cursor-pointer" : "text-ink-faint",
          )}
        >
          <input
            type="radio"
            name="business"
            value={businessId}
            checked={chosen === businessId}
            disabled={!usable}
            className="accent-accent size-4 shrink-0"
            onChange={() => {
              onChoose(businessId);
            }}
          />
          <span className="min-w-0">
            <span className="block font-medium break-words" dir="auto">
              {name}
            </span>
            <span className="text-small text-ink-faint block">
              {reason ?? [role, timezone].filter((part) => part !== null && part !== "").join(" · ")}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
