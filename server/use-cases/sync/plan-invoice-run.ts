import "server-only";
import type { PipedriveEntity } from "../../db/generated/enums";
import { findBusinessZone } from "../../db/repos/business-zone";
import { findRecord } from "../../db/repos/record";
import type { RecordReading, RecordView } from "../../db/repos/record";
import type { Attempt } from "../../db/repos/sync-attempt";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import { foldInvoiceState } from "../../domain/invoice-state";
import type { FoldedState } from "../../domain/invoice-state";
import { planInvoice } from "../../domain/plan/plan-invoice";
import type { SourceInvoice } from "../../domain/source";
import type { LinkView, Plan } from "../../domain/plan/types";
import { AppError } from "../../lib/errors";
import { beginAttempt } from "./begin-attempt";
import { findLivingLink } from "./find-living-link";
import { keepPlan } from "./keep-plan";
import type { PlannedRun } from "./durable-step";
import { toLinkView } from "./link-view";
import { loadRules } from "./load-rules";
import type { LiveRules } from "./load-rules";
import { plannedBefore } from "./planned-before";
import { leaveForSetUp } from "./leave-for-set-up";
import type { SyncDeps } from "./sync-deps";

const unknown = (id: string): Plan => {
  const because = `FreshBooks does not know invoice ${id}.`;
  return { writes: [], skips: [{ code: "unknown_in_freshbooks", because }] };
};

function readingOf(invoice: SourceInvoice, folded: FoldedState, at: Date): RecordReading {
  return {
    label: invoice.number === "" ? invoice.id : invoice.number,
    clientFreshbooksId: invoice.clientId,
    currency: invoice.currency,
    amount: invoice.amount.amount,
    outstanding: invoice.outstanding.amount,
    paid: invoice.paid.amount,
    dueDate: invoice.dueDate === null ? null : new Date(`${invoice.dueDate}T00:00:00Z`),
    state: folded.state,
    isOverdue: folded.isOverdue,
    sourceVersion: invoice.version,
    snapshot: invoice,
    lastReadAt: at,
  };
}

type Links = { organization: LinkView | null; deal: LinkView | null };

type Look = { record: RecordView; attempt: Attempt; live: LiveRules };

async function linkTo(
  deps: SyncDeps,
  tenant: Tenant,
  look: Look,
  key: { entity: PipedriveEntity; freshbooksId: string },
): Promise<LinkView | null> {
  const { attempt, live } = look;
  return toLinkView(await findLivingLink(deps, tenant, { key, attempt, live }));
}

async function loadLinks(deps: SyncDeps, tenant: Tenant, look: Look): Promise<Links> {
  const { clientFreshbooksId: clientId, freshbooksId } = look.record;
  const [organization, deal] = await Promise.all([
    clientId === null ? null : linkTo(deps, tenant, look, { entity: "organization", freshbooksId: clientId }),
    linkTo(deps, tenant, look, { entity: "deal", freshbooksId }),
  ]);
  return { organization, deal };
}

/** The organization's link if the invoice turned out to be another client's than when it was last read. */
async function organizationOf(
  deps: SyncDeps,
  tenant: Tenant,
  look: Look,
  input: { invoice: SourceInvoice; known: LinkView | null },
): Promise<LinkView | null> {
  const { clientId: freshbooksId } = input.invoice;
  if (look.record.clientFreshbooksId === freshbooksId) return input.known;
  return linkTo(deps, tenant, look, { entity: "organization", freshbooksId });
}

/**
 * Reads an invoice anew and plans what would make its deal right. Returns null when there is nothing to answer
 * for. Safe to repeat within a run: the attempt and its plan are found again.
 */
export async function planInvoiceRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { invoiceId: string; runKey: string },
): Promise<PlannedRun | null> {
  const record = await findRecord(deps.db, tenant, { kind: "invoice", freshbooksId: input.invoiceId });
  if (!record) throw new AppError("not_found", { message: `no record of invoice ${input.invoiceId}` });
  const live = await loadRules(deps.db, tenant);
  if (!live) return leaveForSetUp(deps, tenant, record);
  const attempt = await beginAttempt(deps, tenant, {
    record,
    runKey: input.runKey,
    mappingVersion: live.version,
  });
  if (!attempt) return null;
  const before = plannedBefore(attempt);
  if (before) return before;

  const look = { record, attempt, live };
  // Links before the source: a plan must never rest on an older reading than the link it was made against.
  const [links, freshbooks, zone] = await Promise.all([
    loadLinks(deps, tenant, look),
    deps.freshbooks(tenant),
    findBusinessZone(deps.db, tenant),
  ]);
  const invoice = await freshbooks.getInvoice(input.invoiceId);
  const now = deps.clock.now();
  const keep = { attemptId: attempt.id, recordId: record.id };
  if (!invoice) {
    return keepPlan(deps, tenant, { ...keep, plan: unknown(input.invoiceId), warnings: [], reading: null });
  }
  const folded = foldInvoiceState(invoice, dateInZone(now, zone));
  const organization = await organizationOf(deps, tenant, look, { invoice, known: links.organization });
  const client = organization?.pipedriveId == null ? await freshbooks.getClient(invoice.clientId) : null;
  const { rules: mapping, bindings } = live;
  const plan = planInvoice({ invoice, folded, client, mapping, bindings, organization, deal: links.deal });
  const reading = readingOf(invoice, folded, now);
  return keepPlan(deps, tenant, { ...keep, plan, warnings: folded.warnings, reading });
}
