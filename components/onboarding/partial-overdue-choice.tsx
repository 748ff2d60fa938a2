import type { MappingRulesDto } from "@/server/contracts/onboarding";

type Choice = MappingRulesDto["partialOverdue"];

const choices = [
  { value: "overdue", label: "Overdue", hint: "Chasing the rest matters more." },
  { value: "partial", label: "Partly paid", hint: "That money came in matters more." },
] as const satisfies readonly { value: Choice; label: string; hint: string }[];

/** Which rule serves an invoice that is partly paid and overdue at once. */
export function PartialOverdueChoice({
  value,
  onChange,
}: {
  value: Choice;
  onChange: (value: Choice) => void;
}) {
  return (
    <fieldset>
      <legend className="text-small mb-2 font-medium">
        An invoice that is partly paid and overdue counts as
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="bg-surface hover:bg-hover grid min-h-14 cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 rounded-md border px-4 py-2"
          >
            <input
              type="radio"
              name="partial-overdue"
              value={choice.value}
              checked={value === choice.value}
              className="accent-accent row-span-2 size-4 shrink-0"
              onChange={() => {
                onChange(choice.value);
              }}
            />
            <span className="font-medium">{choice.label}</span>
            <span className="text-small text-ink-faint">{choice.hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
