import { isoSeconds } from "../lib/zone-time";
import { customValuesView } from "./custom-values";
import type { ViewChoice } from "./deal-view";
import type { OrganizationRecord } from "./records";
import type { Company } from "./company";

function optional(names: readonly string[] | undefined): Record<string, number | null> {
  return Object.fromEntries((names ?? []).map((name) => [name, name.endsWith("_count") ? 0 : null]));
}

/** An organization as v2 answers it (facts §3.3). */
export function organizationView(
  company: Company,
  organization: OrganizationRecord,
  choice: ViewChoice = {},
): Record<string, unknown> {
  return {
    id: organization.id,
    ...organization.fields,
    address: organization.address,
    add_time: isoSeconds(organization.addMs),
    update_time: isoSeconds(organization.updateMs),
    is_deleted: organization.isDeleted,
    ...optional(choice.include_fields),
    custom_fields: customValuesView(company.organizationFields, organization.custom, choice),
  };
}
