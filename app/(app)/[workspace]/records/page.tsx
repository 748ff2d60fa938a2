import type { Metadata } from "next";
import { loadRecordFilters, toListInput } from "@/components/records/record-filters";
import { RecordsScreen } from "@/components/records/records-screen";
import { loadForPage } from "../../../server-api";
import { pathWithQuery } from "../../../search-text";
import type { SearchParams } from "../../../search-text";

export const metadata: Metadata = { title: "Records" };

type RecordsPageProps = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

/** Every client and invoice; the filter is in the address. */
export default async function RecordsPage({ params, searchParams }: RecordsPageProps) {
  const { workspace } = await params;
  const filters = await loadRecordFilters(searchParams);
  const input = toListInput(workspace, filters);
  const path = await pathWithQuery(`/${workspace}/records`, searchParams);
  const firstPage = await loadForPage(path, (api) => api.records.list(input));
  return <RecordsScreen slug={workspace} initial={{ filters, firstPage }} />;
}
