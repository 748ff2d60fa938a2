import { isoSeconds } from "../lib/zone-time";
import type { Company } from "./company";
import type { ViewChoice } from "./deal-view";
import { optionalProperties } from "./optional-properties";
import type { PersonRecord } from "./records";

/** A person as v2 answers it: the first word of the name is the first name. */
export function personView(
  _company: Company,
  person: PersonRecord,
  choice: ViewChoice = {},
): Record<string, unknown> {
  const [first = "", ...rest] = person.fields.name.split(" ");
  return {
    id: person.id,
    ...person.fields,
    first_name: first,
    last_name: rest.join(" "),
    add_time: isoSeconds(person.addMs),
    update_time: isoSeconds(person.updateMs),
    is_deleted: person.isDeleted,
    picture_id: null,
    ...optionalProperties(choice.include_fields),
    custom_fields: {},
  };
}
