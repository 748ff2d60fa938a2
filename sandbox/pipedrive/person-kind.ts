import { personView } from "./person-view";
import type { RecordKind } from "./record-changes";
import type { PersonRecord } from "./records";

/** How persons are kept, shown and searched. */
export const PERSON: RecordKind<PersonRecord> = {
  name: "person",
  storeOf: (company) => company.persons,
  view: personView,
  texts: ({ fields }) => [fields.name, ...[...fields.emails, ...fields.phones].map(({ value }) => value)],
  snapshot: (_company, person) => ({
    name: person.fields.name,
    address: null,
    emails: person.fields.emails.map(({ value }) => value),
    phones: person.fields.phones.map(({ value }) => value),
    custom: new Map(),
  }),
};
