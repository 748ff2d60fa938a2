import type { z } from "zod";
import type { invitationPreviewOutput } from "@/server/contracts/members";

/** What an invitation says to whoever holds its link. */
export type Invitation = z.output<typeof invitationPreviewOutput>;

/** Who invites whom to what, and as what. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const facts = [
    ["Workspace", invitation.workspaceName],
    ["Invited by", invitation.invitedBy],
    ["Your role", invitation.role],
    ["For", invitation.email],
  ] as const;
  return (
    <dl className="bg-surface mb-6 divide-y rounded-md border px-4">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 py-3">
          <dt className="text-ink-faint shrink-0">{name}</dt>
          <dd className="min-w-0 text-right font-medium break-words" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
