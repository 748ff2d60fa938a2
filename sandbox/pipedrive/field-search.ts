import type { z } from "zod";

import { list } from "./answers";
import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { DEAL } from "./deal-kind";
import { validationFailed } from "./errors";
import { ORGANIZATION } from "./organization-kind";
import type { itemSearchFieldQuery } from "./schemas/search";
import { indexed, refuseHighLimit } from "./search";
import type { Snapshot } from "./search-index";

type FieldQuery = z.output<typeof itemSearchFieldQuery>;

interface Found {
  readonly id: number;
  readonly name: string;
}

// This search minds the case, the others do not (facts §4).
function isHit(text: string, query: FieldQuery): boolean {
  if (query.match === "exact") return text === query.term;
  return query.match === "beginning" ? text.startsWith(query.term) : text.includes(query.term);
}

function textOf(snapshot: Snapshot, field: string): string | undefined {
  if (field === "name" || field === "title") return snapshot.name;
  return field === "address" ? (snapshot.address ?? undefined) : snapshot.custom.get(field);
}

function found(company: Company, query: FieldQuery): Found[] {
  const rows: Found[] = [];
  const isMeant = (text: string) => isHit(text, query);
  const objects =
    query.entity_type === "deal" ? indexed(company, DEAL, isMeant) : indexed(company, ORGANIZATION, isMeant);
  for (const [{ id }, snapshot] of objects) {
    const name = textOf(snapshot, query.field);
    if (name !== undefined && isHit(name, query)) rows.push({ id, name });
  }
  return rows;
}

function refuseUnknownField(company: Company, query: FieldQuery): void {
  const fields = query.entity_type === "deal" ? company.dealFields : company.organizationFields;
  const isKept = query.entity_type === "deal" || query.entity_type === "organization";
  if (!isKept || !fields.has(query.field)) throw validationFailed(`field: Field '${query.field}' not found`);
}

/** Searches in one field of deals or organizations; the shape of its rows is a switch (facts §4). */
export function searchField(company: Company, query: FieldQuery): object {
  refuseUnknownField(company, query);
  refuseHighLimit(company, query.limit);
  const read = { sort: (row: Found) => row.id, id: (row: Found) => row.id };
  const page = pageByCursor(found(company, query), query, cursorRules(company), read);
  if (company.switches.fieldSearchRows === "flat") return list(page);
  return list({ ...page, rows: page.rows.map((item) => ({ result_score: 1, item })) });
}
