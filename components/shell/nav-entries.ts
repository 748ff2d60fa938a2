import { Activity, LayoutDashboard, Plug, Rows3, Settings, type LucideIcon } from "lucide-react";

type NavEntry = { label: string; path: string; icon: LucideIcon };

/** The places in a workspace; `path` follows the workspace's slug. */
export const navEntries: readonly NavEntry[] = [
  { label: "Overview", path: "", icon: LayoutDashboard },
  { label: "Records", path: "/records", icon: Rows3 },
  { label: "Activity", path: "/activity", icon: Activity },
  { label: "Connections", path: "/connections", icon: Plug },
  { label: "Settings", path: "/settings", icon: Settings },
];

/** Whether the entry is where the viewer is; the overview only when they are exactly there. */
export function isCurrent(pathname: string, slug: string, path: string): boolean {
  const target = `/${slug}${path}`;
  return path === "" ? pathname === target : pathname === target || pathname.startsWith(`${target}/`);
}
