import { isoSeconds } from "../lib/zone-time";
import type { FieldKind } from "./field-kind";
import type { FieldRecord } from "./records";

/** When the company got its fields; later ones are not told apart. */
const MADE_MS = Date.parse("2024-01-13T09:16:26Z");

const ADDRESS_PARTS = [
  "subpremise",
  "street_number",
  "route",
  "sublocality",
  "locality",
  "admin_area_level_1",
  "admin_area_level_2",
  "country",
  "postal_code",
  "formatted_address",
];

function subfields(field: FieldRecord): object[] | null {
  if (field.field_type === "address") {
    return ADDRESS_PARTS.map((part) => ({ field_code: part, field_name: part, field_type: "varchar" }));
  }
  if (field.field_type !== "monetary") return null;
  return [{ field_code: "currency", field_name: `Currency of ${field.field_name}`, field_type: "varchar" }];
}

/** A field as v2 answers it, without its numeric id; only deal fields have a description (facts §3.4, §4). */
export function fieldView(kind: FieldKind, field: FieldRecord): Record<string, unknown> {
  return {
    field_name: field.field_name,
    field_code: field.field_code,
    field_type: field.field_type,
    is_custom_field: field.is_custom_field,
    options: field.options,
    ...(kind === "deal" ? { description: field.description } : {}),
    subfields: subfields(field),
    is_optional_response_field: false,
  };
}

/** A field as v1 answers it: with a numeric id, and the code as `key`. */
export function fieldViewV1(field: FieldRecord, place: number): Record<string, unknown> {
  const { id, is_custom_field: isCustom } = field;
  return {
    id,
    key: field.field_code,
    name: field.field_name,
    order_nr: place,
    field_type: field.field_type,
    add_time: isoSeconds(MADE_MS),
    update_time: isoSeconds(MADE_MS),
    last_updated_by_user_id: null,
    created_by_user_id: null,
    active_flag: true,
    edit_flag: isCustom,
    index_visible_flag: true,
    details_visible_flag: true,
    add_visible_flag: isCustom,
    important_flag: false,
    bulk_edit_allowed: true,
    searchable_flag: isCustom,
    filtering_allowed: true,
    sortable_flag: true,
    mandatory_flag: !isCustom && ["name", "title"].includes(field.field_code),
    options: field.options,
    options_deleted: [],
    is_subfield: false,
    subfields: [],
  };
}
