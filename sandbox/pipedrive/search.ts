import type { z } from "zod";

import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { DEAL } from "./deal-kind";
import { validationFailed } from "./errors";
import { ORGANIZATION } from "./organization-kind";
import { PERSON } from "./person-kind";
import type { RecordKind } from "./record-changes";
import type { Snapshot } from "./search-index";
import { dealItem, organizationItem, personItem } from "./search-items";
import type {
  dealSearchQuery,
  itemSearchQuery,
  organizationSearchQuery,
  personSearchQuery,
} from "./schemas/search";
import type { StoredRecord } from "./store/record-store";

/** Something found, and how to show it. */
interface Hit {
  readonly id: number;
  readonly item: object;
}

/** What all searches ask for. */
interface Asked {
  readonly term: string;
  readonly exact_match: boolean;
  readonly fields?: readonly string[] | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Objects of a kind as the index shows them now, without those none of whose texts can be a hit. */
export function* indexed<T extends StoredRecord>(
  company: Company,
  kind: RecordKind<T>,
  isHit: (text: string) => boolean,
): Generator<readonly [record: T, snapshot: Snapshot]> {
  for (const record of kind.storeOf(company).values()) {
    if (!company.index.isBehind(kind.name, record.id) && !kind.texts(record).some(isHit)) continue;
    const current = () => (record.isDeleted ? null : kind.snapshot(company, record));
    const snapshot = company.index.shown(kind.name, record.id, current);
    if (snapshot !== null) yield [record, snapshot];
  }
}

/** Refuses a `limit` that this server does not take (facts §4). */
export function refuseHighLimit(company: Company, limit: number): void {
  const max = company.switches.searchLimitMax;
  if (limit > max) throw validationFailed(`limit: must be between 1 and ${max}`);
}

// `exact_match` means the whole value; neither minds the case (facts §4).
function matcher({ term, exact_match }: Asked): (text: string) => boolean {
  const wanted = term.toLowerCase();
  return (text) => (exact_match ? text.toLowerCase() === wanted : text.toLowerCase().includes(wanted));
}

function textsOf(snapshot: Snapshot, fields: readonly string[] | undefined): string[] {
  const isAsked = (...names: string[]) => fields === undefined || names.some((name) => fields.includes(name));
  return [
    ...(isAsked("name", "title") ? [snapshot.name] : []),
    ...(isAsked("address") && snapshot.address !== null ? [snapshot.address] : []),
    ...(isAsked("email") ? snapshot.emails : []),
    ...(isAsked("phone") ? snapshot.phones : []),
    ...(isAsked("custom_fields") ? snapshot.custom.values() : []),
  ];
}

/** The most objects that a search by person, organization or status finds (facts §4). */
const MOST_FOUND = 2000;

function find<T extends StoredRecord>(
  company: Company,
  kind: RecordKind<T>,
  asked: Asked,
  itemOf: (record: T, snapshot: Snapshot, matched: readonly string[]) => object,
  passes: (record: T) => boolean = () => true,
): Hit[] {
  const isHit = matcher(asked);
  const hits: Hit[] = [];
  for (const [record, snapshot] of indexed(company, kind, isHit)) {
    if (hits.length >= MOST_FOUND) break;
    if (!passes(record) || !textsOf(snapshot, asked.fields).some(isHit)) continue;
    const matched = [...snapshot.custom.values()].filter(isHit);
    hits.push({ id: record.id, item: itemOf(record, snapshot, matched) });
  }
  return hits;
}

function answer(company: Company, asked: Asked, hits: readonly Hit[], more: object = {}): object {
  refuseHighLimit(company, asked.limit);
  const read = { sort: (hit: Hit) => hit.id, id: (hit: Hit) => hit.id };
  const page = pageByCursor(hits, asked, cursorRules(company), read);
  const items = page.rows.map(({ item }) => ({ result_score: 1, item }));
  return { success: true, data: { items, ...more }, additional_data: { next_cursor: page.nextCursor } };
}

function foundOrganizations(company: Company, asked: Asked): Hit[] {
  return find(company, ORGANIZATION, asked, organizationItem);
}

export function searchOrganizations(
  company: Company,
  query: z.output<typeof organizationSearchQuery>,
): object {
  return answer(company, query, foundOrganizations(company, query));
}

function foundPersons(company: Company, asked: Asked, organizationId?: number): Hit[] {
  return find(
    company,
    PERSON,
    asked,
    (person, _snapshot, matched) => personItem(company, person, matched),
    (person) => organizationId === undefined || person.fields.org_id === organizationId,
  );
}

export function searchPersons(company: Company, query: z.output<typeof personSearchQuery>): object {
  return answer(company, query, foundPersons(company, query, query.organization_id));
}

type DealFilter = Pick<z.output<typeof dealSearchQuery>, "organization_id" | "person_id" | "status">;

// Archived deals are found (facts §4).
function foundDeals(company: Company, asked: Asked, filter: DealFilter = {}): Hit[] {
  return find(
    company,
    DEAL,
    asked,
    (deal, _snapshot, matched) => dealItem(company, deal, matched),
    (deal) =>
      (filter.person_id === undefined || deal.fields.person_id === filter.person_id) &&
      (filter.organization_id === undefined || deal.fields.org_id === filter.organization_id) &&
      (filter.status === undefined || deal.status === filter.status),
  );
}

export function searchDeals(company: Company, query: z.output<typeof dealSearchQuery>): object {
  return answer(company, query, foundDeals(company, query, query));
}

/** Searches all kinds at once; those that this stand-in does not keep are never found. */
export function searchItems(company: Company, query: z.output<typeof itemSearchQuery>): object {
  const isAsked = (type: string) => query.item_types === undefined || query.item_types.includes(type);
  const hits = [
    ...(isAsked("deal") ? foundDeals(company, query) : []),
    ...(isAsked("organization") ? foundOrganizations(company, query) : []),
    ...(isAsked("person") ? foundPersons(company, query) : []),
  ];
  return answer(company, query, hits, { related_items: [] });
}
