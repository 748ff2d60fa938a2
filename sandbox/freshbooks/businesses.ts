/** One FreshBooks business. `accountId` is null for one that has no accounting (facts §2). */
export interface Business {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly timeZone: string;
  readonly countryCode: string;
  readonly currencyCode: string;
}

/** A person who signs in to FreshBooks. */
export interface Identity {
  readonly id: number;
  readonly uuid: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** What an identity is in a business. */
export interface Membership {
  /** Its own id, which is not the business's (facts §2). */
  readonly id: number;
  readonly identityId: number;
  readonly businessId: number;
  /** `owner`, `business_employee`, `contractor` and so on. */
  readonly role: string;
  /** The role on the accounting account decides writes: `client` may write nothing (facts §2). */
  readonly accountRole: string;
  /** Whether `users/me` leaves out the address, phone number and clients of the business (facts §14.9). */
  readonly isSparse: boolean;
}

/** The account the control API and the page act on unless told otherwise. */
export const DEFAULT_ACCOUNT_ID = "aB3dE9";
