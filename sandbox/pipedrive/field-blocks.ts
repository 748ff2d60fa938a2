import type { FieldKind } from "./field-kind";

const IMPORTANT = { enabled: false, stage_ids: [] };
const DIALOG = { show: false, order: null };

const OF_DEALS = {
  ui_visibility: {
    add_visible_flag: false,
    details_visible_flag: true,
    projects_detail_visible_flag: false,
    show_in_pipelines: { show_in_all: true, pipeline_ids: [] },
  },
  important_fields: IMPORTANT,
  required_fields: { enabled: false, stage_ids: [], statuses: {} },
};

const OF_ORGANIZATIONS = {
  ui_visibility: {
    add_visible_flag: false,
    details_visible_flag: true,
    org_detail_visible_flag: true,
    person_detail_visible_flag: false,
    deal_detail_visible_flag: false,
    show_in_add_deal_dialog: DIALOG,
    show_in_add_person_dialog: DIALOG,
  },
  important_fields: IMPORTANT,
  required_fields: { enabled: false },
};

/** Rules of the web interface, which `include_fields` adds to a field: always those that a new field has. */
export function fieldBlocks(kind: FieldKind): Readonly<Record<string, object>> {
  return kind === "deal" ? OF_DEALS : OF_ORGANIZATIONS;
}
