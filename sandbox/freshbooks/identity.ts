import { Hono } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import type { Business, Identity } from "./businesses";
import type { MemberBusiness } from "./directory";
import { UnauthenticatedError } from "./errors";
import { requireAccess } from "./guard";
import type { FreshBooksBox } from "./world";

function place(countryCode: string): object {
  return {
    address: {
      street: "1 Pine Street",
      city: "Springfield",
      province: "",
      country: countryCode,
      postal_code: "",
    },
    phone_number: {},
    business_clients: [],
  };
}

function businessView(business: Business): object {
  return {
    id: business.id,
    business_uuid: business.uuid,
    name: business.name,
    account_id: business.accountId,
    timezone: business.timeZone,
    date_format: "mm/dd/yyyy",
    number_format: "1,234.56",
    status: "active",
    active: true,
    advanced_accounting_enabled: true,
    industry: null,
    billing_country_code: business.countryCode,
    business_type: "self_employed",
  };
}

function membershipView({ membership, business }: MemberBusiness): object {
  return {
    id: membership.id,
    role: membership.role,
    unacknowledged_change: false,
    fasttrack_token: `sandbox-fasttrack-token-${membership.id}`,
    // Some memberships lack these (facts §14.9).
    business: { ...businessView(business), ...(membership.isSparse ? {} : place(business.countryCode)) },
  };
}

function perAccount<T>(businesses: readonly MemberBusiness[], value: T): Record<string, T> {
  return Object.fromEntries(
    businesses.flatMap(({ business }) => (business.accountId === null ? [] : [[business.accountId, value]])),
  );
}

function groupView(identity: Identity, { membership, business }: MemberBusiness): object {
  return {
    id: membership.id,
    group_id: membership.id + 1000,
    role: membership.role,
    identity_id: identity.id,
    identity_uuid: identity.uuid,
    business_id: business.id,
    active: true,
  };
}

function roleViews({ membership, business }: MemberBusiness): object[] {
  if (business.accountId === null) return [];
  const role = {
    id: membership.id,
    role: membership.accountRole,
    systemid: membership.id,
    userid: 1,
    created_at: "2026-01-05T10:00:00Z",
    links: {},
    accountid: business.accountId,
  };
  return [role];
}

function profile(identity: Identity, businesses: readonly MemberBusiness[]): object {
  return {
    id: identity.id,
    identity_id: identity.id,
    identity_uuid: identity.uuid,
    first_name: identity.firstName,
    last_name: identity.lastName,
    email: identity.email,
    language: "en",
    confirmed_at: "2026-01-05T10:00:00Z",
    created_at: "2026-01-05T09:58:00Z",
    setup_complete: true,
    timezone: null,
    phone_numbers: [],
    addresses: [null],
    profession: null,
    links: { me: `/service/auth/api/v1/users?id=${identity.id}` },
    profile: { timezone: null, time_format: "12h" },
    permissions: perAccount(businesses, { "invoices.view": true }),
    subscription_statuses: perAccount(businesses, "active"),
    business_statuses: {},
    integrations: {},
    groups: businesses.map((one) => groupView(identity, one)),
    business_memberships: businesses.map(membershipView),
    roles: businesses.flatMap(roleViews),
  };
}

/** `users/me`: `response` without a `result` layer (facts §2). */
export function identityRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("GET", ["/auth/api/v1/users/me", "/service/auth/api/v1/users/me"], (c) => {
    const { directory } = box.world;
    const identity = directory.findIdentity(requireAccess(box.world, c).identityId);
    if (identity === undefined) throw new UnauthenticatedError("The identity of this token is gone.");
    return c.json({ response: profile(identity, directory.businessesOf(identity.id)) });
  });
  return routes;
}
