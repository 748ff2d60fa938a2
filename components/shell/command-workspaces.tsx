import { Building } from "lucide-react";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { roleWords } from "../truth/role-words";
import { CommandEntry, CommandGroup } from "./command-parts";

type CommandWorkspacesProps = {
  workspaces: readonly WorkspaceSummary[];
  current: string;
  onGo: (path: string) => void;
};

/** The viewer's other workspaces. */
export function CommandWorkspaces({ workspaces, current, onGo }: CommandWorkspacesProps) {
  const others = workspaces.filter(({ slug }) => slug !== current);
  if (others.length === 0) return null;
  return (
    <CommandGroup heading="Switch workspace">
      {others.map(({ slug, name, role, sandbox }) => (
        <CommandEntry
          key={slug}
          value={`workspace ${slug}`}
          keywords={[name]}
          icon={Building}
          aside={sandbox === null ? roleWords[role] : `${roleWords[role]} · Sandbox`}
          onSelect={() => {
            onGo(`/${slug}`);
          }}
        >
          {name}
        </CommandEntry>
      ))}
    </CommandGroup>
  );
}
