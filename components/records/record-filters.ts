import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { invoiceStates } from "@/server/contracts/invoice-state-words";
import type { RecordKind } from "@/server/contracts/sync";
import { healths } from "../truth/meaning";

export const recordKinds = ["invoice", "client"] as const satisfies readonly RecordKind[];

/** The list's filters as they stand in the address. */
export const recordFilterParsers = {
  kind: parseAsStringLiteral(recordKinds),
  health: parseAsStringLiteral(healths),
  state: parseAsStringLiteral(invoiceStates),
  search: parseAsString.withDefault(""),
};

/** Reads the filters out of a page's query on the server. */
export const loadRecordFilters = createLoader(recordFilterParsers);

export type RecordFilters = Awaited<ReturnType<typeof loadRecordFilters>>;

/** The filters as the API takes them: what is not set is left out. */
export function toListInput(slug: string, filters: RecordFilters) {
  return {
    workspace: slug,
    ...(filters.kind === null ? {} : { kind: filters.kind }),
    ...(filters.health === null ? {} : { health: filters.health }),
    ...(filters.state === null ? {} : { state: filters.state }),
    ...(filters.search.trim() === "" ? {} : { search: filters.search.trim() }),
  };
}
