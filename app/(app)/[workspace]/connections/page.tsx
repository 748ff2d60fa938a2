import type { Metadata } from "next";
import { ConnectionsScreen } from "@/components/connections/connections-screen";
import { connectErrorSentence } from "../../../connect-error";
import { loadForPage } from "../../../server-api";
import { searchText, type SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Connections" };

type ConnectionsPageProps = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

/** Both sides: whose grant, whether it stands, and what FreshBooks tells us of. */
export default async function ConnectionsPage({ params, searchParams }: ConnectionsPageProps) {
  const { workspace } = await params;
  const query = await searchParams;
  const state = await loadForPage(`/${workspace}/connections`, (api) => api.connections.get({ workspace }));
  return (
    <ConnectionsScreen
      slug={workspace}
      initial={state}
      connectError={connectErrorSentence(searchText(query["error"]), searchText(query["missing"]))}
    />
  );
}
