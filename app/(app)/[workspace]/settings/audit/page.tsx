import type { Metadata } from "next";
import { loadAuditFilters, toListInput } from "@/components/settings/audit-filters";
import { AuditScreen } from "@/components/settings/audit-screen";
import { NotAllowed } from "@/components/settings/not-allowed";
import { isAllowed } from "@/server/contracts/permissions";
import { ownWorkspace } from "../../../../own-workspace";
import { pathWithQuery, type SearchParams } from "../../../../search-text";
import { loadForPage } from "../../../../server-api";

export const metadata: Metadata = { title: "Audit log" };

type AuditPageProps = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

/** Who changed what, newest first; the filter is in the address. */
export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { workspace } = await params;
  const path = await pathWithQuery(`/${workspace}/settings/audit`, searchParams);
  const { role } = await ownWorkspace(path, workspace);
  if (!isAllowed(role, "audit.read")) return <NotAllowed permission="audit.read" />;
  const filters = await loadAuditFilters(searchParams);
  const input = toListInput(workspace, filters);
  const [firstPage, { members }] = await loadForPage(path, (api) =>
    Promise.all([api.audit.list(input), api.members.list({ workspace })]),
  );
  return <AuditScreen slug={workspace} initial={{ filters, firstPage }} members={members} />;
}
