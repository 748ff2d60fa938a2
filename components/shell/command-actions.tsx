import { Plus, RefreshCw, UserPlus } from "lucide-react";
import { useCheckNow } from "../truth/use-check-now";
import { useMay } from "../truth/workspace-provider";
import { CommandEntry, CommandGroup } from "./command-parts";

type CommandActionsProps = { slug: string; onGo: (path: string) => void; onClose: () => void };

/** What the viewer's role lets them do from anywhere. */
export function CommandActions({ slug, onGo, onClose }: CommandActionsProps) {
  const { checkNow } = useCheckNow(slug);
  const mayCheck = useMay("sync.check");
  const mayInvite = useMay("members.manage");
  return (
    <CommandGroup heading="Do">
      {mayCheck ? (
        <CommandEntry
          value="Check FreshBooks now"
          keywords={["sync", "sweep", "refresh"]}
          icon={RefreshCw}
          onSelect={() => {
            checkNow();
            onClose();
          }}
        >
          Check FreshBooks now
        </CommandEntry>
      ) : null}
      {mayInvite ? (
        <CommandEntry
          value="Invite someone"
          keywords={["member", "add", "people"]}
          icon={UserPlus}
          onSelect={() => {
            onGo(`/${slug}/settings/members#invite`);
          }}
        >
          Invite someone
        </CommandEntry>
      ) : null}
      <CommandEntry
        value="New workspace"
        keywords={["create", "make", "add"]}
        icon={Plus}
        onSelect={() => {
          onGo("/workspaces#new");
        }}
      >
        New workspace
      </CommandEntry>
    </CommandGroup>
  );
}
