import type { z } from "zod";

import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { fieldView, fieldViewV1 } from "./field-view";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import { fieldBlocks } from "./field-blocks";
import type { FieldRecord } from "./records";
import type { fieldListQuery, fieldListQueryV1 } from "./schemas/field";

/** A field with the blocks of interface rules that were asked for. */
export function withBlocks(
  kind: FieldKind,
  field: FieldRecord,
  names: readonly string[] | undefined,
): object {
  const blocks: Record<string, unknown> = Object.fromEntries(
    Object.entries(fieldBlocks(kind)).filter(([name]) => names?.includes(name) === true),
  );
  return { ...fieldView(kind, field), ...blocks };
}

/** One page of the fields of a kind, in their order; deleted ones are not listed (facts §3.4). */
export function listFields(
  company: Company,
  kind: FieldKind,
  query: z.output<typeof fieldListQuery>,
): CursorPage<object> {
  const fields = fieldPart(company, kind);
  const places = new Map([...fields.keys()].map((code, place) => [code, place]));
  const place = (field: FieldRecord) => places.get(field.field_code) ?? 0;
  const found = pageByCursor([...fields.values()], query, cursorRules(company), { sort: place, id: place });
  return { ...found, rows: found.rows.map((field) => withBlocks(kind, field, query.include_fields)) };
}

/** Fields as v1 lists them, page by number. */
export function listFieldsV1(
  company: Company,
  kind: FieldKind,
  { start, limit }: z.output<typeof fieldListQueryV1>,
): object {
  const all = [...fieldPart(company, kind).values()].map((field, place) => fieldViewV1(field, place + 1));
  const data = all.slice(start, start + limit);
  const more_items_in_collection = start + limit < all.length;
  return { success: true, data, additional_data: { start, limit, more_items_in_collection } };
}
