import type { z } from "zod";

import { stampInZone } from "../lib/zone-time";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { entityNotFound, parseStrict, validationFailed } from "./errors";
import { holds } from "./filter-conditions";
import type { FilterRecord } from "./records";
import { conditionsSchema } from "./schemas/filter";
import type { Condition, FilterType, filterCreateSchema } from "./schemas/filter";

type View = Readonly<Record<string, unknown>>;

// Ids come back as texts, and the field codes only when asked for.
function conditionsView(company: Company, { type, conditions }: FilterRecord, withCode: boolean): object {
  const one = (condition: Condition) => ({
    object: condition.object,
    field_id: String(condition.field_id),
    operator: condition.operator,
    value: condition.value === undefined || condition.value === null ? null : String(condition.value),
    extra_value: null,
    json_value_flag: false,
    field_code: withCode ? codeOf(company, type, condition) : null,
  });
  return {
    glue: conditions.glue,
    conditions: conditions.conditions.map((group) => ({
      glue: group.glue,
      conditions: (group.conditions ?? []).map(one),
    })),
  };
}

/** A filter as v1 lists it. */
export function filterView(filter: FilterRecord): Record<string, unknown> {
  return {
    id: filter.id,
    name: filter.name,
    filter_code: null,
    is_editable: true,
    active_flag: true,
    type: filter.type,
    temporary_flag: null,
    user_id: filter.userId,
    add_time: stampInZone(filter.addMs, "UTC"),
    update_time: stampInZone(filter.addMs, "UTC"),
    visible_to: "1",
    last_used_time: null,
    custom_view_id: null,
  };
}

/** A filter as v1 answers it alone: with its conditions. */
export function wholeFilterView(company: Company, filter: FilterRecord, withCode = false): object {
  return { ...filterView(filter), conditions: conditionsView(company, filter, withCode) };
}

/** The field of a condition, by its numeric id (facts §4); only deals and organizations have fields here. */
function codeOf(company: Company, type: FilterType, condition: Condition): string {
  const fields = type === "deals" ? company.dealFields : company.organizationFields;
  const isKept = type === "deals" || type === "org";
  const field = isKept ? [...fields.values()].find(({ id }) => id === condition.field_id) : undefined;
  if (field === undefined) throw validationFailed(`conditions: Field ${condition.field_id} not found`);
  return field.field_code;
}

/** Saves a filter whose conditions name fields that are there. */
export function createFilter(
  company: Company,
  caller: Caller,
  body: z.output<typeof filterCreateSchema>,
): FilterRecord {
  const conditions = parseStrict(conditionsSchema, body.conditions);
  for (const group of conditions.conditions) {
    for (const condition of group.conditions ?? []) codeOf(company, body.type, condition);
  }
  const { name, type } = body;
  const id = company.ids.filter.take();
  const filter = { id, name, type, conditions, userId: caller.userId, addMs: company.clock.nowMs() };
  company.filters.set(id, filter);
  return filter;
}

export function requireFilter(company: Company, id: number): FilterRecord {
  const filter = company.filters.get(id);
  if (filter === undefined) throw entityNotFound();
  return filter;
}

/** The test that a saved filter puts objects to, as they are answered; `undefined` when no filter is asked for. */
export function filterOf(
  company: Company,
  type: FilterType,
  id: number | undefined,
): ((view: View) => boolean) | undefined {
  if (id === undefined) return undefined;
  const filter = company.filters.get(id);
  if (filter?.type !== type) throw validationFailed(`filter_id: Filter ${id} not found`);
  return (view) => holds(filter.conditions, view, (condition) => codeOf(company, type, condition));
}
