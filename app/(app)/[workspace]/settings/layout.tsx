import type { ReactNode } from "react";
import { SettingsFrame } from "@/components/settings/settings-frame";

/** The frame around the settings' pages. Holds no data: each page checks for itself who may see it. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
