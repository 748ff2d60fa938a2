import { TextField } from "../ui/text-field";
import { exampleTitle } from "./edit-rules";

/** How a deal is titled, with an example that follows the typing. */
export function TitleField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const isEmpty = value.trim() === "";
  return (
    <TextField
      label="Deal title"
      value={value}
      maxLength={200}
      spellCheck={false}
      error={isEmpty ? "A deal needs a title." : undefined}
      hint={isEmpty ? "Use {{invoice.number}} and {{client.name}}." : `For example: ${exampleTitle(value)}`}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
