"use client";

import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { listMembersOutput } from "@/server/contracts/members";
import { useTRPC } from "../lib/trpc-provider";
import { useRefusal } from "../truth/workspace-provider";
import { Panel } from "../ui/panel";
import { ProblemNote } from "../ui/problem-note";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";
import { RolesTable } from "./roles-table";

type Members = z.output<typeof listMembersOutput>;

function Invitations({ slug, members }: { slug: string; members: Members }) {
  const refusal = useRefusal("members.manage");
  if (refusal !== null) {
    return (
      <Panel title="Invitations">
        <p className="text-ink-soft">{refusal}</p>
      </Panel>
    );
  }
  return (
    <Panel title="Invitations">
      <p className="text-ink-soft mb-4 max-w-prose">
        A mailed link lets in whoever has this address, once, within a few days.
      </p>
      <InviteForm slug={slug} grantable={members.grantable} />
      {members.invitations.length === 0 ? null : (
        <ul aria-label="Open invitations" className="mt-4 divide-y border-y">
          {members.invitations.map((invitation) => (
            <InvitationRow key={invitation.id} slug={slug} invitation={invitation} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Who is a member and as what, who is invited, and what each role may do. */
export function MembersScreen({ slug, initial }: { slug: string; initial: Members }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.members.list.queryOptions({ workspace: slug }),
    initialData: initial,
  });
  return (
    <div className="flex flex-col gap-8">
      {error === null ? null : (
        <ProblemNote
          title="This is the last we know; it could not be renewed"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      <Panel title="Members">
        <ul aria-label="Members" className="divide-y border-y">
          {data.members.map((member) => (
            <MemberRow key={member.userId} slug={slug} member={member} grantable={data.grantable} />
          ))}
        </ul>
      </Panel>
      <Invitations slug={slug} members={data} />
      <RolesTable />
    </div>
  );
}
