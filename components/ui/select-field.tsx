import { useId, type ComponentProps } from "react";
import { describedBy, FieldFrame } from "./field-frame";
import { Select } from "./select";

type SelectFieldProps = ComponentProps<typeof Select> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** One of several, with its label, hint and error. */
export function SelectField({ label, hint, error, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Select
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...select}
      />
    </FieldFrame>
  );
}
