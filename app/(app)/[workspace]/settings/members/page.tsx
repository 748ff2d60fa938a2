import type { Metadata } from "next";
import { MembersScreen } from "@/components/settings/members-screen";
import { loadForPage } from "../../../../server-api";

export const metadata: Metadata = { title: "Members" };

/** Members, invitations and roles. */
export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const members = await loadForPage(`/${workspace}/settings/members`, (api) =>
    api.members.list({ workspace }),
  );
  return <MembersScreen slug={workspace} initial={members} />;
}
