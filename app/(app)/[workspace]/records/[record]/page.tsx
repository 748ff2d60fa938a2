import type { Metadata } from "next";
import { RecordScreen } from "@/components/records/record-screen";
import { loadForPage } from "../../../../server-api";

type RecordPageProps = { params: Promise<{ workspace: string; record: string }> };

function load({ workspace, record }: { workspace: string; record: string }) {
  return loadForPage(`/${workspace}/records/${record}`, (api) =>
    api.records.get({ workspace, recordId: record }),
  );
}

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  const { record } = await load(await params);
  return { title: record.kind === "invoice" ? `Invoice ${record.label}` : record.label };
}

/** One client or invoice: both sides next to each other, and all that happened to it. */
export default async function RecordPage({ params }: RecordPageProps) {
  const ids = await params;
  const detail = await load(ids);
  return <RecordScreen slug={ids.workspace} recordId={ids.record} initial={detail} />;
}
