import { createLoader, parseAsString } from "nuqs/server";

/** The log's filters as they stand in the address. */
export const auditFilterParsers = {
  action: parseAsString,
  actor: parseAsString,
  search: parseAsString.withDefault(""),
};

/** Reads the filters out of a page's query on the server. */
export const loadAuditFilters = createLoader(auditFilterParsers);

export type AuditFilters = Awaited<ReturnType<typeof loadAuditFilters>>;

/** The filters as the API takes them: what is not set is left out. */
export function toListInput(slug: string, { action, actor, search }: AuditFilters) {
  return {
    workspace: slug,
    ...(action === null ? {} : { action: action.slice(0, 60) }),
    ...(actor === null ? {} : { actorId: actor.slice(0, 40) }),
    ...(search.trim() === "" ? {} : { search: search.trim().slice(0, 200) }),
  };
}
