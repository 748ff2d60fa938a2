import { useId } from "react";

const choices = [
  {
    value: "keep",
    title: "Keep what we know",
    meaning:
      "Records, links and history stay. The same account can be connected again and goes on where it was.",
  },
  {
    value: "erase",
    title: "Erase it",
    meaning:
      "Records, links, history and mapping of this workspace go, and cannot be had back. Deals in Pipedrive stay; connecting the same accounts again would make new ones beside them.",
  },
] as const;

export type KeepOrErase = (typeof choices)[number]["value"];

type KeepOrEraseChoiceProps = { value: KeepOrErase; onChange: (value: KeepOrErase) => void };

/** What becomes of what this workspace holds when a connection ends. */
export function KeepOrEraseChoice({ value, onChange }: KeepOrEraseChoiceProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">What this workspace holds</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="hover:bg-hover grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md border p-3"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            className="accent-accent mt-1 size-4"
            onChange={() => {
              onChange(choice.value);
            }}
          />
          <span className="text-ink font-medium">{choice.title}</span>
          <span className="text-small col-start-2">{choice.meaning}</span>
        </label>
      ))}
    </fieldset>
  );
}
