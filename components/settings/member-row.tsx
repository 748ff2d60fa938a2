import type { MemberDto } from "@/server/contracts/members";
import { isAtLeast, type Role } from "@/server/contracts/permissions";
import { roleWords } from "../truth/role-words";
import { useMay, useWorkspace } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { RelativeTime } from "../ui/relative-time";
import { RoleSelect } from "./role-select";
import { useChangeRole, useRemoveMember } from "./use-member-change";

type MemberRowProps = { slug: string; member: MemberDto; grantable: readonly Role[] };

function RemoveAction({ slug, member }: { slug: string; member: MemberDto }) {
  const { isPending, remove } = useRemoveMember(slug, member);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" isPending={isPending} aria-label={`Remove ${member.name}`}>
          Remove
        </Button>
      }
      title={`Remove ${member.name}?`}
      verb="Remove"
      onConfirm={remove}
    >
      <p>
        They lose access at once. What they did stays in the audit log, and a connection they made goes on.
      </p>
    </ConfirmDialog>
  );
}

/** Who it is, their role, and what may be done about it. Nobody touches a weightier role than their own. */
export function MemberRow({ slug, member, grantable }: MemberRowProps) {
  const { name, email, role, isYou, joinedAt } = member;
  const viewer = useWorkspace();
  const mayChange = useMay("members.manage") && isAtLeast(viewer.role, role);
  const { isPending, changeRole } = useChangeRole(slug, member);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_9rem_5.5rem]">
      <div className="min-w-0 max-sm:col-span-2">
        <p className="truncate font-medium">
          <span dir="auto">{name}</span>
          {isYou ? <span className="text-ink-faint font-normal"> (you)</span> : null}
        </p>
        <p className="text-small text-ink-faint truncate">
          {email} · joined <RelativeTime at={joinedAt} />
        </p>
      </div>
      {mayChange ? (
        <RoleSelect
          label={`Role of ${name}`}
          value={role}
          grantable={grantable}
          isPending={isPending}
          onChange={changeRole}
        />
      ) : (
        <span className="sm:px-3">{roleWords[role]}</span>
      )}
      <span className="text-right">
        {mayChange && !isYou ? <RemoveAction slug={slug} member={member} /> : null}
      </span>
    </li>
  );
}
