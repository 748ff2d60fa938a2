import type { Metadata } from "next";
import { loadActivityFilters, toListInput } from "@/components/activity/activity-filters";
import { ActivityScreen } from "@/components/activity/activity-screen";
import { loadForPage } from "../../../server-api";
import { pathWithQuery } from "../../../search-text";
import type { SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Activity" };

type ActivityPageProps = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

/** Every attempt, newest first; the filter is in the address. */
export default async function ActivityPage({ params, searchParams }: ActivityPageProps) {
  const { workspace } = await params;
  const filters = await loadActivityFilters(searchParams);
  const input = toListInput(workspace, filters);
  const path = await pathWithQuery(`/${workspace}/activity`, searchParams);
  const firstPage = await loadForPage(path, (api) => api.activity.list(input));
  return <ActivityScreen slug={workspace} initial={{ filters, firstPage }} />;
}
