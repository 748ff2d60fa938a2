import type { Caller } from "./caller";
import type { Company } from "./company";
import { mergeCustomValues } from "./custom-values";
import { deletedRefusal } from "./lifetime";
import { PERSON } from "./person-kind";
import { recordChanged, recordCreated } from "./record-changes";
import type { Contact, PersonFields, PersonRecord } from "./records";
import { requireOrganization, requireUser } from "./references";
import type { PersonCreate, PersonPatch } from "./schemas/person";

const PLAIN = new Set<string>([
  "name",
  "owner_id",
  "org_id",
  "visible_to",
  "label_ids",
  "postal_address",
  "notes",
  "birthday",
  "job_title",
]);

const NOTHING: ReadonlySet<string> = new Set();
const NO_FIELDS = new Map<string, never>();

/** Properties that a lenient server lets be cleared with `null` (facts §13.3). */
export const CLEARABLE_OF_PERSONS = ["org_id", "postal_address", "notes", "birthday", "job_title"] as const;

type Written = NonNullable<PersonPatch["emails"]>;

function contacts(written: Written): Contact[] {
  return written.map(({ value = "", primary, label = "work" }, index) => ({
    value,
    primary: primary ?? index === 0,
    label,
  }));
}

function fieldsOf(patch: PersonPatch): Partial<PersonFields> {
  return {
    ...Object.fromEntries(Object.entries(patch).filter(([key]) => PLAIN.has(key))),
    ...(patch.emails === undefined ? {} : { emails: contacts(patch.emails) }),
    ...(patch.phones === undefined ? {} : { phones: contacts(patch.phones) }),
    ...(patch.im === undefined ? {} : { im: contacts(patch.im) }),
  };
}

function clearedFields(cleared: ReadonlySet<string>): Partial<PersonFields> {
  return Object.fromEntries(CLEARABLE_OF_PERSONS.filter((key) => cleared.has(key)).map((key) => [key, null]));
}

// Persons have no custom fields here, so that any code refuses the write.
function refuseWrong(company: Company, patch: PersonPatch): void {
  if (patch.owner_id !== undefined) requireUser(company, patch.owner_id);
  if (patch.org_id !== undefined) requireOrganization(company, patch.org_id);
  mergeCustomValues(company, NO_FIELDS, new Map(), patch.custom_fields);
}

export function createPerson(company: Company, caller: Caller, body: PersonCreate): PersonRecord {
  refuseWrong(company, body);
  const nowMs = company.clock.nowMs();
  const defaults: PersonFields = {
    name: "",
    owner_id: caller.userId,
    org_id: null,
    visible_to: 3,
    label_ids: [],
    emails: [],
    phones: [],
    im: [],
    postal_address: null,
    notes: null,
    birthday: null,
    job_title: null,
  };
  const person: PersonRecord = {
    id: company.ids.person.take(),
    addMs: body.add_time ?? nowMs,
    fields: { ...defaults, ...fieldsOf(body) },
    custom: new Map(),
    updateMs: nowMs,
    isDeleted: false,
  };
  recordCreated(company, caller, PERSON, person);
  return person;
}

export function patchPerson(
  company: Company,
  caller: Caller,
  person: PersonRecord,
  patch: PersonPatch,
  cleared: ReadonlySet<string> = NOTHING,
): void {
  if (person.isDeleted) throw deletedRefusal(company, "Person");
  refuseWrong(company, patch);
  recordChanged(company, caller, PERSON, person, () => {
    person.fields = { ...person.fields, ...fieldsOf(patch), ...clearedFields(cleared) };
  });
}

/** Marks a person as deleted; deals keep their link. */
export function deletePerson(company: Company, caller: Caller, person: PersonRecord): void {
  recordChanged(company, caller, PERSON, person, () => {
    person.isDeleted = true;
  });
}
