import { Select } from "./select";

type FilterSelectProps<T extends string> = {
  label: string;
  /** The text of "no filter": "All kinds". */
  all: string;
  value: T | null;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T | null) => void;
  className?: string;
};

/** One filter of a list: everything, or one of the choices. */
export function FilterSelect<T extends string>(props: FilterSelectProps<T>) {
  const { label, all, value, choices, onChange, className = "" } = props;
  return (
    <Select
      aria-label={label}
      className={className}
      value={value ?? ""}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        onChange(chosen?.value ?? null);
      }}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
