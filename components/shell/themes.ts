import { Monitor, Moon, Sun } from "lucide-react";

/** The themes to choose from. */
export const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: Monitor },
] as const;
