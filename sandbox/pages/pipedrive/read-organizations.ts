import type { Company } from "../../pipedrive/company";
import type { DealRecord, DealStatus, OrganizationRecord } from "../../pipedrive/records";
import { sliceOf } from "../parts/pager";
import type { Slice } from "../parts/pager";
import { milliOf } from "./read-board";
import { organizationFields } from "./read-deal";
import type { FieldValue } from "./read-deal";

export interface OrganizationRow {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

export interface OrganizationDetail {
  readonly id: number;
  readonly name: string;
  readonly isDeleted: boolean;
  readonly fields: readonly FieldValue[];
  readonly deals: readonly {
    readonly id: number;
    readonly title: string;
    readonly status: DealStatus;
    readonly value: bigint;
    readonly currency: string;
  }[];
}

const SHOWN_DEALS = 50;

function rowOf({ id, fields, address }: OrganizationRecord): OrganizationRow {
  return { id, name: fields.name, address: address?.value ?? "" };
}

/** One page of the company's organizations, newest first. */
export function readOrganizations(company: Company, search: string, page: number): Slice<OrganizationRow> {
  const words = search.trim().toLowerCase();
  const found = [...company.organizations.values()]
    .filter(({ id, fields, isDeleted }) => {
      if (isDeleted) return false;
      return words === "" || fields.name.toLowerCase().includes(words) || String(id) === words;
    })
    .reverse();
  const slice = sliceOf(found, page);
  return { ...slice, rows: slice.rows.map(rowOf) };
}

function newestDeals(company: Company, id: number): DealRecord[] {
  const theirs = company.deals.group(id).filter((deal) => !deal.isDeleted);
  return theirs.toSorted((a, b) => b.id - a.id).slice(0, SHOWN_DEALS);
}

/** One organization with its fields and newest deals; undefined if the company has no such organization. */
export function readOrganization(company: Company, id: number): OrganizationDetail | undefined {
  const organization = company.organizations.get(id);
  if (organization === undefined) return undefined;
  return {
    id,
    name: organization.fields.name,
    isDeleted: organization.isDeleted,
    fields: organizationFields(company, id),
    deals: newestDeals(company, id).map(({ id: dealId, fields, status }) => ({
      id: dealId,
      title: fields.title,
      status,
      value: milliOf(fields.value),
      currency: fields.currency,
    })),
  };
}
