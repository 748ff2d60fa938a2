import { list, one } from "../answers";
import type { Company } from "../company";
import { requireReadable, requireRecord } from "../lifetime";
import { CLEARABLE_OF_PERSONS, createPerson, deletePerson, patchPerson } from "../person-acts";
import { listPersons } from "../person-list";
import { personView } from "../person-view";
import type { PersonRecord } from "../records";
import { personCreateSchema, personGetQuery, personListQuery, personPatchSchema } from "../schemas/person";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_READ, CONTACTS_WRITE } from "./scopes";

const PATH = "/api/v2/persons";

function personOf(call: {
  readonly company: Company;
  readonly params: ReadonlyMap<string, string>;
}): PersonRecord {
  return requireRecord(call.company, call.company.persons.get(idOf(call)));
}

/** Persons, as far as deals and organizations refer to them (facts §3.2). */
export const personOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 10, CONTACTS_READ),
    query: personListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listPersons(company, query)),
  }),
  operation({
    ...route("POST", PATH, 5, CONTACTS_WRITE),
    query: noQuery,
    body: personCreateSchema,
    clearable: CLEARABLE_OF_PERSONS,
    handle: ({ company, caller, body }) => one(personView(company, createPerson(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, CONTACTS_READ),
    query: personGetQuery,
    body: noBody,
    handle: (call) => {
      const person = requireReadable(call.company, call.company.persons.get(idOf(call)));
      return one(personView(call.company, person, call.query));
    },
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, CONTACTS_WRITE),
    query: noQuery,
    body: personPatchSchema,
    clearable: CLEARABLE_OF_PERSONS,
    handle: (call) => {
      const person = personOf(call);
      patchPerson(call.company, call.caller, person, call.body, call.cleared);
      return one(personView(call.company, person));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, CONTACTS_WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      const person = personOf(call);
      deletePerson(call.company, call.caller, person);
      return one({ id: person.id });
    },
  }),
];
