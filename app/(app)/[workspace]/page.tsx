import type { Metadata } from "next";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { loadForPage } from "../../server-api";

export const metadata: Metadata = { title: "Overview" };

/** Health in one glance. */
export default async function OverviewPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const overview = await loadForPage(`/${workspace}`, (api) => api.overview.get({ workspace }));
  return <OverviewScreen slug={workspace} initial={overview} />;
}
