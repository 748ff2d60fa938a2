import { useTheme } from "next-themes";
import { CommandEntry, CommandGroup } from "./command-parts";
import { themes } from "./themes";

/** Light, dark, or as the system. */
export function CommandThemes({ onClose }: { onClose: () => void }) {
  const { theme, setTheme } = useTheme();
  return (
    <CommandGroup heading="Theme">
      {themes.map(({ value, label, icon }) => (
        <CommandEntry
          key={value}
          value={`Theme: ${label}`}
          icon={icon}
          aside={theme === value ? "on" : undefined}
          onSelect={() => {
            setTheme(value);
            onClose();
          }}
        >
          {label}
        </CommandEntry>
      ))}
    </CommandGroup>
  );
}
