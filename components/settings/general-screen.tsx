import type { WorkspaceSummary } from "@/server/contracts/account";
import { ErasePanel } from "./erase-panel";
import { LeavePanel } from "./leave-panel";
import { RenameForm } from "./rename-form";

/** The workspace itself: its name, and the two ways out. */
export function GeneralScreen({ workspace }: { workspace: WorkspaceSummary }) {
  const { slug, name } = workspace;
  return (
    <div className="flex flex-col gap-8">
      <RenameForm key={name} slug={slug} name={name} />
      <LeavePanel slug={slug} name={name} />
      <ErasePanel workspace={workspace} />
    </div>
  );
}
