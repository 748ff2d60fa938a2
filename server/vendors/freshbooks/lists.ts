import type { SourceClient, SourceInvoice } from "../../domain/source";
import { callFreshbooks } from "./call";
import type { FreshbooksCallDeps } from "./call";
import { parsePage } from "./list";
import type { Page } from "./list";
import { clientSchema, invoiceSchema } from "./schemas";
import type { WireClient, WireInvoice } from "./schemas";
import { toClient, toInvoice } from "./to-domain";

export type ListClientsInput = {
  /** From 1. */
  page: number;
  /** At most 100, which is the default. */
  perPage?: number | undefined;
  /** `YYYY-MM-DD`, inclusive, by the day. */
  updatedMin?: string | undefined;
};

export type ListInvoicesInput = ListClientsInput & {
  v3Status?: "overdue" | "viewed" | undefined;
  clientId?: string | undefined;
};

const largestPage = 100;

function baseQuery({ page, perPage, updatedMin }: ListClientsInput): URLSearchParams {
  const query = new URLSearchParams({
    page: String(page),
    per_page: String(Math.min(perPage ?? largestPage, largestPage)),
  });
  if (updatedMin !== undefined) query.set("search[updated_min]", updatedMin);
  return query;
}

/**
 * Keeps the rows that fit the filter. FreshBooks ignores a filter it does not know without a word (facts §5.4, §8), so
 * an answer is never taken to be filtered because filtering was asked for.
 */
function keepMatching<Row>(
  deps: FreshbooksCallDeps,
  operation: string,
  rows: Row[],
  fits: (row: Row) => boolean,
): Row[] {
  const kept = rows.filter(fits);
  const strayCount = rows.length - kept.length;
  if (strayCount > 0) {
    deps.log.warn({ vendor: "freshbooks", operation, strayCount }, "a list answered rows outside its filter");
  }
  return kept;
}

function isRecent(row: { updated: string }, updatedMin: string | undefined): boolean {
  return updatedMin === undefined || row.updated === "" || row.updated.slice(0, 10) >= updatedMin;
}

/** One page of the account's clients: active and archived, not the deleted ones (facts §7). */
export async function listClients(
  deps: FreshbooksCallDeps,
  accountPath: string,
  input: ListClientsInput,
): Promise<Page<SourceClient>> {
  const operation = "listClients";
  const path = `${accountPath}/users/clients`;
  const json = await callFreshbooks(deps, { operation, method: "GET", path, query: baseQuery(input) });
  const page = parsePage(operation, "clients", clientSchema, json);
  const fits = (row: WireClient) => isRecent(row, input.updatedMin);
  return { ...page, items: keepMatching(deps, operation, page.items, fits).map(toClient) };
}

/** One page of the account's invoices: active and archived, newest id first. */
export async function listInvoices(
  deps: FreshbooksCallDeps,
  accountPath: string,
  input: ListInvoicesInput,
): Promise<Page<SourceInvoice>> {
  const operation = "listInvoices";
  const query = baseQuery(input);
  if (input.v3Status !== undefined) query.set("search[v3_status]", input.v3Status);
  if (input.clientId !== undefined) query.set("search[customerid]", input.clientId);
  const path = `${accountPath}/invoices/invoices`;
  const json = await callFreshbooks(deps, { operation, method: "GET", path, query });
  const page = parsePage(operation, "invoices", invoiceSchema, json);
  const fits = (row: WireInvoice) =>
    isRecent(row, input.updatedMin) &&
    (input.v3Status === undefined || row.v3_status === input.v3Status) &&
    (input.clientId === undefined || row.customerid === input.clientId);
  return { ...page, items: keepMatching(deps, operation, page.items, fits).map(toInvoice) };
}
