import { Counter } from "../lib/counter";
import type { SeededRandom } from "../lib/random";
import type { Business, Identity, Membership } from "./businesses";
import { SEED_PEOPLE } from "./seed-people";

/** A business as one of its members sees it. */
export interface MemberBusiness {
  readonly membership: Membership;
  readonly business: Business;
}

export type NewIdentity = Omit<Identity, "id" | "uuid">;
export type NewBusiness = Omit<Business, "accountId" | "id" | "uuid"> & { readonly hasAccounting: boolean };
export type NewMembership = Omit<Membership, "businessId" | "id" | "identityId" | "isSparse">;

/** Who can sign in, which businesses there are, and who belongs to which. */
export class Directory {
  readonly #identities = new Map(SEED_PEOPLE.identities.map((identity) => [identity.id, identity]));
  readonly #businesses = new Map(SEED_PEOPLE.businesses.map((business) => [business.id, business]));
  readonly #memberships = [...SEED_PEOPLE.memberships];
  readonly #ids = {
    identity: new Counter(770101),
    business: new Counter(550101),
    membership: new Counter(201),
  };
  readonly #random: SeededRandom;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  identities(): Identity[] {
    return [...this.#identities.values()];
  }

  findIdentity(identityId: number): Identity | undefined {
    return this.#identities.get(identityId);
  }

  /** All businesses with all their members. */
  memberBusinesses(): MemberBusiness[] {
    return this.#memberships.flatMap((membership) => {
      const business = this.#businesses.get(membership.businessId);
      return business === undefined ? [] : [{ membership, business }];
    });
  }

  /** The businesses an identity belongs to, in the order in which it came to them. */
  businessesOf(identityId: number): MemberBusiness[] {
    return this.memberBusinesses().filter(({ membership }) => membership.identityId === identityId);
  }

  /** The business that keeps its books under `accountId`, as this identity's member of it. */
  membershipIn(identityId: number, accountId: string): MemberBusiness | undefined {
    return this.businessesOf(identityId).find(({ business }) => business.accountId === accountId);
  }

  /** The business that keeps its books under `accountId`, as seen by its first member who may write. */
  ownerOf(accountId: string): MemberBusiness | undefined {
    return this.memberBusinesses().find(
      ({ membership, business }) => business.accountId === accountId && membership.accountRole !== "client",
    );
  }

  addIdentity(fields: NewIdentity): Identity {
    const identity = { ...fields, id: this.#ids.identity.take(), uuid: this.#random.uuid() };
    this.#identities.set(identity.id, identity);
    return identity;
  }

  addBusiness({ hasAccounting, ...fields }: NewBusiness): Business {
    const accountId = hasAccounting ? this.#random.alphanumeric(6) : null;
    const business = { ...fields, accountId, id: this.#ids.business.take(), uuid: this.#random.uuid() };
    this.#businesses.set(business.id, business);
    return business;
  }

  addMembership(identity: Identity, business: Business, fields: NewMembership): Membership {
    const ids = { id: this.#ids.membership.take(), identityId: identity.id, businessId: business.id };
    const membership = { ...fields, ...ids, isSparse: false };
    this.#memberships.push(membership);
    return membership;
  }
}
