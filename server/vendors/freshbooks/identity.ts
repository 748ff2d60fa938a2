import "server-only";
import { z } from "zod";
import { callFreshbooks } from "./call";
import type { FreshbooksCallDeps } from "./call";
import { badAnswer } from "./parse-answer";
import { id, text } from "./text";

/** A business that the person may choose to connect (facts §2). */
type FreshbooksBusiness = {
  businessId: string;
  /** Null when the business has no accounting account: it cannot be connected. */
  accountId: string | null;
  name: string;
  /** IANA zone; null when FreshBooks gives none. */
  timezone: string | null;
  /** The person's role in the business: `owner`, `business_accountant` … */
  role: string;
  usable: boolean;
  /** Why it cannot be connected; null when it can. */
  reason: string | null;
};

export type FreshbooksIdentity = {
  identityId: string;
  email: string;
  name: string;
  businesses: FreshbooksBusiness[];
};

const membershipSchema = z.object({
  role: text,
  business: z.object({
    id,
    name: text,
    account_id: z.string().min(1).nullish(),
    timezone: z.string().min(1).nullish(),
    active: z.boolean().nullish(),
  }),
});

const accountRoleSchema = z.object({ role: text, accountid: text });

/** No `result` layer here (facts §2). Only what is named is kept: `fasttrack_token`, a credential, falls away. */
const identitySchema = z.object({
  response: z.object({
    identity_id: id.nullish(),
    id,
    email: text,
    first_name: text,
    last_name: text,
    business_memberships: z.array(membershipSchema).nullish(),
    roles: z.array(accountRoleSchema).nullish(),
  }),
});

type Membership = z.output<typeof membershipSchema>;
type AccountRole = z.output<typeof accountRoleSchema>;

function reasonAgainst({ role, business }: Membership, accountRoles: readonly AccountRole[]): string | null {
  if (!business.account_id)
    return "This business has no invoicing in FreshBooks, so there is nothing to follow.";
  if (business.active === false) return "This business is not active in FreshBooks.";
  const accountRole = accountRoles.find((candidate) => candidate.accountid === business.account_id)?.role;
  if (role === "client" || accountRole === "client") {
    return "You are a client of this business. Someone who runs it has to connect it.";
  }
  return null;
}

function toBusiness(membership: Membership, accountRoles: readonly AccountRole[]): FreshbooksBusiness {
  const { business, role } = membership;
  const reason = reasonAgainst(membership, accountRoles);
  return {
    businessId: business.id,
    accountId: business.account_id ?? null,
    name: business.name,
    timezone: business.timezone ?? null,
    role,
    usable: reason === null,
    reason,
  };
}

/** Who granted the token, and which businesses they may connect. Throws `VendorError`. */
export async function fetchIdentity(deps: FreshbooksCallDeps): Promise<FreshbooksIdentity> {
  const operation = "fetchIdentity";
  const json = await callFreshbooks(deps, { operation, method: "GET", path: "/auth/api/v1/users/me" });
  const parsed = identitySchema.safeParse(json);
  if (!parsed.success) throw badAnswer(operation, false, parsed.error);
  const { response } = parsed.data;
  const accountRoles = response.roles ?? [];
  return {
    identityId: response.identity_id ?? response.id,
    email: response.email,
    name: `${response.first_name} ${response.last_name}`.trim(),
    businesses: (response.business_memberships ?? []).map((item) => toBusiness(item, accountRoles)),
  };
}
