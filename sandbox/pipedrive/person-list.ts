import type { z } from "zod";

import type { Company } from "./company";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { filterOf } from "./filter-acts";
import { passesTimes } from "./passes-times";
import { personView } from "./person-view";
import type { PersonRecord } from "./records";
import type { personListQuery } from "./schemas/person";
import { pageOfStore } from "./store/store-page";

type ListQuery = z.output<typeof personListQuery>;

function isOfDeal(company: Company, person: PersonRecord, dealId: number | undefined): boolean {
  return dealId === undefined || company.deals.get(dealId)?.fields.person_id === person.id;
}

/** One page of persons; deleted ones are never listed. */
export function listPersons(company: Company, asked: ListQuery): CursorPage<object> {
  const filter = filterOf(company, "people", asked.filter_id);
  const query =
    filter === undefined
      ? asked
      : { ...asked, ids: undefined, owner_id: undefined, org_id: undefined, deal_id: undefined };
  const passes = (person: PersonRecord) =>
    !person.isDeleted &&
    (query.owner_id === undefined || query.owner_id === person.fields.owner_id) &&
    (query.org_id === undefined || query.org_id === person.fields.org_id) &&
    isOfDeal(company, person, query.deal_id) &&
    passesTimes(person.updateMs, query) &&
    (filter === undefined || filter(personView(company, person)));
  const found = pageOfStore(company.persons, query, cursorRules(company), { passes, group: query.org_id });
  return { ...found, rows: found.rows.map((person) => personView(company, person, query)) };
}
