import { expect } from "@playwright/test";

import { dealsOf, type DealView } from "@/scripts/demo/pipeline-view";
import type { DemoInvoice, DemoVendors } from "@/scripts/demo/vendors";
import { unique, type Account, type Workspace } from "./account";

const SYNCED_WITHIN_MS = 45_000;

/** An invoice in FreshBooks, and the workspace's record of it. */
export type SyncedInvoice = { clientName: string; invoice: DemoInvoice; recordId: string };

/** A client of the test's own in FreshBooks; no other test has its name. */
export async function makeClient(vendors: DemoVendors): Promise<{ id: number; name: string }> {
  const name = `Client ${unique()}`;
  const { id } = await vendors.createClient({ organization: name, currency_code: "EUR" });
  return { id, name };
}

/** The record of a FreshBooks object in a workspace. */
async function findRecord(
  { api }: Account,
  { slug: workspace }: Workspace,
  kind: "client" | "invoice",
  id: number,
) {
  const { rows } = await api.records.list.query({ workspace, kind, search: String(id) });
  return rows.find(({ freshbooksId }) => freshbooksId === String(id));
}

async function inStep(account: Account, workspace: Workspace, kind: "client" | "invoice", id: number) {
  const health = async () => (await findRecord(account, workspace, kind, id))?.health;
  await expect.poll(health, { timeout: SYNCED_WITHIN_MS, message: `the ${kind} in step` }).toBe("in_step");
  return (await findRecord(account, workspace, kind, id))?.id ?? "";
}

/** Waits until the workspace's record of an invoice is in step, and gives its id. */
export async function invoiceInStep(account: Account, workspace: Workspace, id: number): Promise<string> {
  return await inStep(account, workspace, "invoice", id);
}

/** A new client with a draft invoice over 1,200.00 EUR, in step on both sides. */
export async function makeInvoice(
  vendors: DemoVendors,
  account: Account,
  workspace: Workspace,
): Promise<SyncedInvoice> {
  const client = await makeClient(vendors);
  await inStep(account, workspace, "client", client.id);
  const invoice = await vendors.createInvoice({
    ...{ customerid: client.id, amount: "1200.00", currency_code: "EUR" },
  });
  return { clientName: client.name, invoice, recordId: await invoiceInStep(account, workspace, invoice.id) };
}

/** The deal that this workspace keeps for a record, as Pipedrive has it; other workspaces keep their own. */
export async function dealOfRecord(
  vendors: DemoVendors,
  { api }: Account,
  { slug: workspace }: Workspace,
  { recordId, invoice }: SyncedInvoice,
): Promise<DealView | undefined> {
  const { record } = await api.records.get.query({ workspace, recordId });
  const deals = dealsOf(await vendors.pipeline(), invoice.id);
  return deals.find(({ id }) => id === record.pipedriveId);
}
