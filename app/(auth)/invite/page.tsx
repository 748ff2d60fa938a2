import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AuthHeading } from "@/components/auth/auth-heading";
import { DeadLink } from "@/components/auth/dead-link";
import { InvitationCard, type Invitation } from "@/components/auth/invitation-card";
import { EnterFirst, OtherAddress } from "@/components/auth/invitation-steps";
import { JoinButton } from "@/components/auth/join-button";
import { createCaller } from "@/server/api/root";
import { readSession } from "@/server/auth/session";
import { readMailedToken } from "../../mailed-token";
import type { SearchParams } from "../../search-text";

export const metadata: Metadata = { title: "Invitation" };

type Opened = { token: string; invitation: Invitation } | { sentence: string };

/** What the link opens; a sentence when it opens nothing any more. */
async function open(searchParams: SearchParams): Promise<Opened> {
  const mailed = await readMailedToken(searchParams);
  if (mailed.token === null) return { sentence: mailed.sentence };
  try {
    const invitation = await createCaller().invitations.preview({ token: mailed.token });
    return { token: mailed.token, invitation };
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "BAD_REQUEST" || error.code === "NOT_FOUND")) {
      return { sentence: error.message };
    }
    throw error;
  }
}

async function nextStep(token: string, invitation: Invitation): Promise<ReactNode> {
  const viewer = await readSession();
  if (!viewer) return <EnterFirst invitation={invitation} backTo={`/invite?token=${token}`} />;
  if (viewer.email !== invitation.email) {
    return <OtherAddress signedInAs={viewer.email} invited={invitation.email} />;
  }
  return <JoinButton token={token} workspaceName={invitation.workspaceName} />;
}

/** Where the link of an invitation leads: what it is to, then joining, or first coming in with the right address. */
export default async function InvitePage({ searchParams }: { searchParams: SearchParams }) {
  const opened = await open(searchParams);
  if ("sentence" in opened) {
    return (
      <>
        <AuthHeading title="This invitation is over" />
        <DeadLink
          sentence={opened.sentence}
          action={{ label: "Go to your workspaces", href: "/workspaces" }}
        />
      </>
    );
  }
  return (
    <>
      <AuthHeading title="You are invited">
        A workspace keeps Pipedrive in step with FreshBooks. Join this one?
      </AuthHeading>
      <InvitationCard invitation={opened.invitation} />
      {await nextStep(opened.token, opened.invitation)}
    </>
  );
}
