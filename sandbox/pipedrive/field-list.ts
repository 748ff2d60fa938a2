import type { z } from "zod";

import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { fieldView } from "./field-acts";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import type { FieldRecord } from "./records";
import type { fieldListQuery } from "./schemas/field";

/** A field with the blocks of interface rules that were asked for. */
export function withBlocks(
  kind: FieldKind,
  field: FieldRecord,
  names: readonly string[] | undefined,
): object {
  const blocks: Record<string, object> = Object.fromEntries(
    (names ?? []).map((name) => [name, name === "ui_visibility" ? {} : { enabled: false }]),
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
  const found = pageByCursor([...fields.values()], query, { sort: place, id: place });
  return { ...found, rows: found.rows.map((field) => withBlocks(kind, field, query.include_fields)) };
}
