import type { Caller } from "./caller";
import type { Company } from "./company";
import { DEAL } from "./deal-kind";
import { deletedRefusal, requireRecord } from "./lifetime";
import { ORGANIZATION } from "./organization-kind";
import { PERSON } from "./person-kind";
import { recordChanged } from "./record-changes";
import type { RecordKind } from "./record-changes";
import type { DealRecord, OrganizationRecord } from "./records";
import type { StoredRecord } from "./store/record-store";
import { validationFailed } from "./errors";

interface Pair<T> {
  readonly survivor: T;
  readonly loser: T;
}

function pairOf<T extends StoredRecord>(
  company: Company,
  kind: RecordKind<T>,
  pathId: number,
  withId: number,
): Pair<T> {
  if (pathId === withId) throw validationFailed("merge_with_id: An object cannot be merged with itself");
  const [atPath, other] = [pathId, withId].map((id) => requireRecord(company, kind.storeOf(company).get(id)));
  if (atPath === undefined || other === undefined) throw validationFailed("merge_with_id: not found");
  if (atPath.isDeleted || other.isDeleted)
    throw deletedRefusal(company, kind.name === "deal" ? "Deal" : "Organization");
  const survives = company.switches.mergeSurvivor === "path";
  return survives ? { survivor: atPath, loser: other } : { survivor: other, loser: atPath };
}

/** Fills what the survivor lacks from the loser; what the survivor has, it keeps. */
function filled<T extends object>(kept: T, lost: T): T {
  const gaps = Object.entries(lost).filter(
    ([key, value]) => value !== null && new Map(Object.entries(kept)).get(key) === null,
  );
  return { ...kept, ...Object.fromEntries(gaps) };
}

function merge<T extends DealRecord | OrganizationRecord>(
  company: Company,
  caller: Caller,
  kind: RecordKind<T>,
  { survivor, loser }: Pair<T>,
): void {
  const toSurvivor = { merged: { merged_to_id: String(survivor.id) } };
  recordChanged(
    company,
    caller,
    kind,
    loser,
    () => {
      loser.isDeleted = true;
    },
    toSurvivor,
  );
  const fromLoser = { merged: { merged_from_id: String(loser.id) } };
  recordChanged(
    company,
    caller,
    kind,
    survivor,
    () => {
      survivor.fields = filled(survivor.fields, loser.fields);
      survivor.custom = new Map([
        ...loser.custom,
        ...[...survivor.custom].filter(([, value]) => value !== null),
      ]);
    },
    fromLoser,
  );
}

/** Merges two deals: the loser is deleted, the survivor takes what it lacks (facts §5). */
export function mergeDeals(company: Company, caller: Caller, pathId: number, withId: number): DealRecord {
  const pair = pairOf(company, DEAL, pathId, withId);
  merge(company, caller, DEAL, pair);
  return pair.survivor;
}

/** Merges two organizations; deals and persons of the loser move to the survivor (facts §5). */
export function mergeOrganizations(
  company: Company,
  caller: Caller,
  pathId: number,
  withId: number,
): OrganizationRecord {
  const pair = pairOf(company, ORGANIZATION, pathId, withId);
  merge(company, caller, ORGANIZATION, pair);
  const org_id = pair.survivor.id;
  for (const deal of company.deals.group(pair.loser.id)) {
    recordChanged(company, caller, DEAL, deal, () => {
      deal.fields = { ...deal.fields, org_id };
    });
  }
  for (const person of company.persons.group(pair.loser.id)) {
    recordChanged(company, caller, PERSON, person, () => {
      person.fields = { ...person.fields, org_id };
    });
  }
  return pair.survivor;
}
