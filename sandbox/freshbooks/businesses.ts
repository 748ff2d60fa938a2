/** One FreshBooks business. `accountId` is null for one that has no accounting (facts §2). */
export interface Business {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly timeZone: string;
  readonly countryCode: string;
  readonly currencyCode: string;
  readonly role: string;
  readonly membershipId: number;
}

/** A person who signs in to FreshBooks. */
export interface Identity {
  readonly id: number;
  readonly uuid: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly businesses: readonly Business[];
}

const NORTHWIND: Business = {
  id: 550001,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550001550001",
  name: "Northwind Studio",
  accountId: "aB3dE9",
  timeZone: "America/New_York",
  countryCode: "US",
  currencyCode: "USD",
  role: "owner",
  membershipId: 88,
};

const HARBOUR: Business = {
  id: 550002,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550002550002",
  name: "Harbour Books",
  accountId: "Zz9Yy8",
  timeZone: "Europe/Berlin",
  countryCode: "DE",
  currencyCode: "EUR",
  role: "owner",
  membershipId: 91,
};

const SIDE_PROJECT: Business = {
  id: 550003,
  uuid: "5c0d1f6e-7a51-4c5e-9f1b-550003550003",
  name: "Side Project",
  accountId: null,
  timeZone: "America/Toronto",
  countryCode: "CA",
  currencyCode: "CAD",
  role: "owner",
  membershipId: 97,
};

/** The account the control API and the page act on unless told otherwise. */
export const DEFAULT_ACCOUNT_ID = "aB3dE9";

/** The person the control API and the page act as. */
export const OWNER: Identity = {
  id: 770001,
  uuid: "0b9c9b6e-2b34-4d6a-8f0e-770001770001",
  firstName: "Ada",
  lastName: "Byte",
  email: "ada@northwind.example",
  businesses: [NORTHWIND, HARBOUR, SIDE_PROJECT],
};

/** Everybody who can sign in to this stand-in. */
export const IDENTITIES: readonly Identity[] = [OWNER];

export function findIdentity(identityId: number): Identity | undefined {
  return IDENTITIES.find((identity) => identity.id === identityId);
}

/** The business that keeps its books under `accountId`, if this identity belongs to it. */
export function findBusiness(identity: Identity, accountId: string): Business | undefined {
  return identity.businesses.find((business) => business.accountId === accountId);
}
