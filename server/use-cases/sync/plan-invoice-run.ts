import "server-only";
import type { PipedriveEntity } from "../../db/generated/enums";
import { findBusinessZone } from "../../db/repos/business-zone";
import type { RecordReading } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import { foldInvoiceState } from "../../domain/invoice-state";
import type { FoldedState } from "../../domain/invoice-state";
import { planInvoice } from "../../domain/plan/plan-invoice";
import type { SourceInvoice } from "../../domain/source";
import type { LinkView } from "../../domain/plan/types";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { findLivingLink } from "./find-living-link";
import { keepPlan } from "./keep-plan";
import type { PlannedRun } from "./durable-step";
import { toLinkView } from "./link-view";
import { lastKnownInvoice } from "./last-known-invoice";
import { planRun, unknownPlan } from "./plan-run";
import type { OpenRun } from "./plan-run";
import type { SyncDeps } from "./sync-deps";

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

async function linkTo(
  deps: SyncDeps,
  tenant: Tenant,
  look: OpenRun,
  key: { entity: PipedriveEntity; freshbooksId: string },
): Promise<LinkView | null> {
  const { attempt, live } = look;
  return toLinkView(await findLivingLink(deps, tenant, { key, attempt, live }));
}

async function loadLinks(deps: SyncDeps, tenant: Tenant, look: OpenRun): Promise<Links> {
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
  look: OpenRun,
  input: { invoice: SourceInvoice; known: LinkView | null },
): Promise<LinkView | null> {
  const { clientId: freshbooksId } = input.invoice;
  if (look.record.clientFreshbooksId === freshbooksId) return input.known;
  return linkTo(deps, tenant, look, { entity: "organization", freshbooksId });
}

type Look = { invoice: SourceInvoice; warnings: readonly string[] };

/** The invoice as FreshBooks has it now. One that it has forgotten counts as deleted where a deal stands for it. */
async function lookAt(
  deps: SyncDeps,
  tenant: Tenant,
  run: OpenRun,
  input: { freshbooks: FreshbooksClient; deal: LinkView | null },
): Promise<Look | null> {
  const { id: recordId, freshbooksId } = run.record;
  const invoice = await input.freshbooks.getInvoice(freshbooksId);
  if (invoice) return { invoice, warnings: [] };
  if (input.deal?.pipedriveId == null || input.deal.isGone) return null;
  const forgotten = await lastKnownInvoice(deps, tenant, recordId);
  const warning = `FreshBooks does not know invoice ${freshbooksId} any more; taken as deleted.`;
  return forgotten && { invoice: forgotten, warnings: [warning] };
}

async function readAndPlan(deps: SyncDeps, tenant: Tenant, run: OpenRun): Promise<PlannedRun> {
  const { record, attempt, live } = run;
  // Links before the source: a plan must never rest on an older reading than the link it was made against.
  const [links, freshbooks, zone] = await Promise.all([
    loadLinks(deps, tenant, run),
    deps.freshbooks(tenant),
    findBusinessZone(deps.db, tenant),
  ]);
  const look = await lookAt(deps, tenant, run, { freshbooks, deal: links.deal });
  const now = deps.clock.now();
  const keep = { attemptId: attempt.id, recordId: record.id };
  if (!look) {
    const plan = unknownPlan("invoice", record.freshbooksId);
    return keepPlan(deps, tenant, { ...keep, plan, warnings: [], reading: null });
  }
  const { invoice } = look;
  const folded = foldInvoiceState(invoice, dateInZone(now, zone));
  const warnings = [...look.warnings, ...folded.warnings];
  const organization = await organizationOf(deps, tenant, run, { invoice, known: links.organization });
  const client = organization?.pipedriveId == null ? await freshbooks.getClient(invoice.clientId) : null;
  const { rules: mapping, bindings } = live;
  const plan = planInvoice({ invoice, folded, client, mapping, bindings, organization, deal: links.deal });
  const reading = readingOf(invoice, folded, now);
  return keepPlan(deps, tenant, { ...keep, plan, warnings, reading });
}

/** Reads an invoice anew and plans what would make its deal right; null when there is nothing to answer for. */
export function planInvoiceRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { freshbooksId: string; runKey: string },
): Promise<PlannedRun | null> {
  return planRun(deps, tenant, { kind: "invoice", ...input }, (run) => readAndPlan(deps, tenant, run));
}
