import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import { queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import { validationFailed } from "./errors";
import type { GateEnv } from "./gate";
import { booleanText, integerText, wordList } from "./schemas/common";
import type { Snapshot } from "./search-index";
import type { PipedriveBox, PipedriveWorld } from "./world";

const ORGANIZATION_PARTS = ["name", "address", "notes", "custom_fields"];

// The specification allows 500, but more than 100 was seen refused (facts §4).
const paging = {
  limit: integerText.refine((limit) => limit >= 1 && limit <= 100, "must be between 1 and 100").default(100),
  cursor: z.string().optional(),
};

const organizationQuery = z
  .strictObject({
    term: z.string().min(1),
    fields: wordList(ORGANIZATION_PARTS).default(ORGANIZATION_PARTS),
    exact_match: booleanText.default(false),
    ...paging,
  })
  .refine((query) => query.exact_match || query.term.length >= 2, {
    error: "must be at least 2 characters long",
    path: ["term"],
  });

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

function item(world: PipedriveWorld, id: number, snapshot: Snapshot, matched: readonly string[]): object {
  const organization = world.organizations.get(id);
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
export function searchOrganizations(world: PipedriveWorld, c: Context): Response {
  const query = queryOf(c, organizationQuery);
  const hits = [...world.index.visible("organization")].flatMap(([id, snapshot]) => {
    const isFound = texts(snapshot, query.fields).some((text) => isHit(text, query.term, query.exact_match));
    if (!isFound) return [];
    const matched = [...snapshot.custom.values()].filter((text) =>
      isHit(text, query.term, query.exact_match),
    );
    return [{ id, row: { result_score: 1, item: item(world, id, snapshot, matched) } }];
  });
  const found = pageByCursor(hits, query, { sort: (hit) => hit.id, id: (hit) => hit.id });
  const items = found.rows.map((hit) => hit.row);
  return c.json({ success: true, data: { items }, additional_data: { next_cursor: found.nextCursor } });
}

const fieldQuery = z.strictObject({
  term: z.string().min(1),
  entity_type: z.enum(["deal", "organization"]),
  match: z.enum(["exact", "beginning", "middle"]).default("exact"),
  field: z.string(),
  ...paging,
});

type FieldQuery = z.output<typeof fieldQuery>;

// This search minds the case, the other one does not (facts §4).
function isFieldHit(text: string, query: FieldQuery): boolean {
  if (query.match === "exact") return text === query.term;
  return query.match === "beginning" ? text.startsWith(query.term) : text.includes(query.term);
}

function fieldText(snapshot: Snapshot, field: string): string | undefined {
  if (field === "name" || field === "title") return snapshot.name;
  return field === "address" ? (snapshot.address ?? undefined) : snapshot.custom.get(field);
}

/** Search in one field of deals or organizations (facts §4). */
export function itemSearchRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get("/api/v2/itemSearch/field", (c) => {
    const query = queryOf(c, fieldQuery);
    const fields = query.entity_type === "deal" ? box.world.dealFields : box.world.organizationFields;
    if (!fields.has(query.field)) throw validationFailed(`field: Field '${query.field}' not found`);
    const hits = [...box.world.index.visible(query.entity_type)].flatMap(([id, snapshot]) => {
      const name = fieldText(snapshot, query.field);
      return name !== undefined && isFieldHit(name, query) ? [{ id, name }] : [];
    });
    const found = pageByCursor(hits, query, { sort: (hit) => hit.id, id: (hit) => hit.id });
    return c.json({ success: true, data: found.rows, additional_data: { next_cursor: found.nextCursor } });
  });
  return routes;
}
