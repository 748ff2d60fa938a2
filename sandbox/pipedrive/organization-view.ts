import { isoSeconds } from "../lib/zone-time";
import { customValuesView } from "./custom-values";
import type { ViewChoice } from "./deal-view";
import { optionalProperties } from "./optional-properties";
import type { OrganizationRecord } from "./records";
import type { Company } from "./company";

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
    ...optionalProperties(choice.include_fields),
    custom_fields: customValuesView(company.organizationFields, organization.custom, choice),
  };
}
