import type { z } from "zod";

import { one } from "./answers";
import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import { validationFailed } from "./errors";
import { fieldPart } from "./field-kind";
import type { itemSearchFieldQuery, organizationSearchQuery } from "./schemas/search";
import type { Snapshot } from "./search-index";

function texts(snapshot: Snapshot, parts: readonly string[]): string[] {
  return [
    ...(parts.includes("name") ? [snapshot.name] : []),
    ...(parts.includes("address") && snapshot.address !== null ? [snapshot.address] : []),
    ...(parts.includes("custom_fields") ? snapshot.custom.values() : []),
  ];
}

// `exact_match` means the whole value, whatever the case (facts §4).
function isHit(text: string, term: string, isExact: boolean): boolean {
  const value = text.toLowerCase();
  return isExact ? value === term.toLowerCase() : value.includes(term.toLowerCase());
}

function item(company: Company, id: number, snapshot: Snapshot, matched: readonly string[]): object {
  const organization = company.organizations.get(id);
  return {
    id,
    type: "organization",
    name: snapshot.name,
    address: snapshot.address,
    visible_to: organization?.fields.visible_to ?? 3,
    owner: { id: organization?.fields.owner_id ?? null },
    custom_fields: matched,
    notes: [],
  };
}

/** Searches organizations in the index, which lags behind (facts §4). */
export function searchOrganizations(
  company: Company,
  query: z.output<typeof organizationSearchQuery>,
): object {
  const hits = [...company.index.visible("organization")].flatMap(([id, snapshot]) => {
    const isFound = texts(snapshot, query.fields).some((text) => isHit(text, query.term, query.exact_match));
    if (!isFound) return [];
    const matched = [...snapshot.custom.values()].filter((text) =>
      isHit(text, query.term, query.exact_match),
    );
    return [{ id, row: { result_score: 1, item: item(company, id, snapshot, matched) } }];
  });
  const found = pageByCursor(hits, query, { sort: (hit) => hit.id, id: (hit) => hit.id });
  const items = found.rows.map((hit) => hit.row);
  return { ...one({ items }), additional_data: { next_cursor: found.nextCursor } };
}

type FieldQuery = z.output<typeof itemSearchFieldQuery>;

// This search minds the case, the other one does not (facts §4).
function isFieldHit(text: string, query: FieldQuery): boolean {
  if (query.match === "exact") return text === query.term;
  return query.match === "beginning" ? text.startsWith(query.term) : text.includes(query.term);
}

function fieldText(snapshot: Snapshot, field: string): string | undefined {
  if (field === "name" || field === "title") return snapshot.name;
  return field === "address" ? (snapshot.address ?? undefined) : snapshot.custom.get(field);
}

/** Searches in one field of deals or organizations (facts §4). */
export function searchField(company: Company, query: FieldQuery): object {
  if (!fieldPart(company, query.entity_type).has(query.field)) {
    throw validationFailed(`field: Field '${query.field}' not found`);
  }
  const hits = [...company.index.visible(query.entity_type)].flatMap(([id, snapshot]) => {
    const name = fieldText(snapshot, query.field);
    return name !== undefined && isFieldHit(name, query) ? [{ id, name }] : [];
  });
  const found = pageByCursor(hits, query, { sort: (hit) => hit.id, id: (hit) => hit.id });
  return { ...one(found.rows), additional_data: { next_cursor: found.nextCursor } };
}
