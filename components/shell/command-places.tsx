import { ClipboardList, History, ListChecks, UserRound, UsersRound, type LucideIcon } from "lucide-react";
import { useMay } from "../truth/workspace-provider";
import { CommandEntry, CommandGroup } from "./command-parts";
import { navEntries } from "./nav-entries";

type CommandPlacesProps = { slug: string; onGo: (path: string) => void };

const further = [
  { label: "Set-up", path: "/onboarding", icon: ListChecks, words: ["onboarding", "mapping", "stages"] },
  { label: "Members", path: "/settings/members", icon: UsersRound, words: ["people", "roles", "settings"] },
] as const;

/** The pages of this workspace, and the viewer's own. */
export function CommandPlaces({ slug, onGo }: CommandPlacesProps) {
  const mayReadAudit = useMay("audit.read");
  const entry = (label: string, path: string, icon: LucideIcon, keywords: string[] = []) => (
    <CommandEntry
      key={path}
      value={label}
      keywords={keywords}
      icon={icon}
      onSelect={() => {
        onGo(path);
      }}
    >
      {label}
    </CommandEntry>
  );
  return (
    <CommandGroup heading="Go to">
      {navEntries.map(({ label, path, icon }) => entry(label, `/${slug}${path}`, icon))}
      {further.map(({ label, path, icon, words }) => entry(label, `/${slug}${path}`, icon, [...words]))}
      {mayReadAudit ? entry("Audit log", `/${slug}/settings/audit`, History, ["who changed what"]) : null}
      {entry("Your account", "/account", UserRound, ["password", "sessions", "e-mail", "profile"])}
      {entry("All workspaces", "/workspaces", ClipboardList)}
    </CommandGroup>
  );
}
