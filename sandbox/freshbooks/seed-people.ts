import type { Business, Identity, Membership } from "./businesses";
import { DEFAULT_ACCOUNT_ID } from "./businesses";

/** Everybody who can sign in to a fresh stand-in, with their businesses. */
export interface People {
  readonly identities: readonly Identity[];
  readonly businesses: readonly Business[];
  readonly memberships: readonly Membership[];
}

const ADA: Identity = {
  id: 770001,
  uuid: "0b9c9b6e-2b34-4d6a-8f0e-770001770001",
  firstName: "Ada",
  lastName: "Byte",
  email: "ada@northwind.example",
};

const CLEO: Identity = {
  id: 770002,
  uuid: "0b9c9b6e-2b34-4d6a-8f0e-770002770002",
  firstName: "Cleo",
  lastName: "Kunde",
  email: "cleo@customer.example",
};

const EMIL: Identity = {
  id: 770003,
  uuid: "0b9c9b6e-2b34-4d6a-8f0e-770003770003",
  firstName: "Emil",
  lastName: "Werk",
  email: "emil@northwind.example",
};

const NORTHWIND: Business = {
  id: 550001,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550001550001",
  name: "Northwind Studio",
  accountId: DEFAULT_ACCOUNT_ID,
  timeZone: "America/New_York",
  countryCode: "US",
  currencyCode: "USD",
};

const HARBOUR: Business = {
  id: 550002,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550002550002",
  name: "Harbour Books",
  accountId: "Zz9Yy8",
  timeZone: "Europe/Berlin",
  countryCode: "DE",
  currencyCode: "EUR",
};

const SIDE_PROJECT: Business = {
  id: 550003,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550003550003",
  name: "Side Project",
  accountId: null,
  timeZone: "America/Toronto",
  countryCode: "CA",
  currencyCode: "CAD",
};

function member(
  id: number,
  identity: Identity,
  business: Business,
  role: string,
  accountRole = "admin",
): Membership {
  return { id, identityId: identity.id, businessId: business.id, role, accountRole, isSparse: false };
}

/** An owner of three businesses, one without accounting; a client of one; an employee who is a contractor elsewhere. */
export const SEED_PEOPLE: People = {
  identities: [ADA, CLEO, EMIL],
  businesses: [NORTHWIND, HARBOUR, SIDE_PROJECT],
  memberships: [
    member(88, ADA, NORTHWIND, "owner"),
    member(91, ADA, HARBOUR, "owner"),
    member(97, ADA, SIDE_PROJECT, "owner"),
    member(103, CLEO, HARBOUR, "client", "client"),
    member(109, EMIL, NORTHWIND, "business_employee"),
    { ...member(113, EMIL, HARBOUR, "contractor"), isSparse: true },
  ],
};
