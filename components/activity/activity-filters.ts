import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Origin, Outcome } from "@/server/contracts/sync";

export const origins = [
  "callback",
  "sweep",
  "clock",
  "backfill",
  "replay",
  "manual",
] as const satisfies readonly Origin[];
export const outcomes = [
  "running",
  "written",
  "unchanged",
  "excluded",
  "failed",
  "superseded",
] as const satisfies readonly Outcome[];

/** The list's filters as they stand in the address. */
export const activityFilterParsers = {
  origin: parseAsStringLiteral(origins),
  outcome: parseAsStringLiteral(outcomes),
  search: parseAsString.withDefault(""),
};

/** Reads the filters out of a page's query on the server. */
export const loadActivityFilters = createLoader(activityFilterParsers);

export type ActivityFilters = Awaited<ReturnType<typeof loadActivityFilters>>;

/** The filters as the API takes them: what is not set is left out. */
export function toListInput(slug: string, filters: ActivityFilters) {
  return {
    workspace: slug,
    ...(filters.origin === null ? {} : { origin: filters.origin }),
    ...(filters.outcome === null ? {} : { outcome: filters.outcome }),
    ...(filters.search.trim() === "" ? {} : { search: filters.search.trim() }),
  };
}
