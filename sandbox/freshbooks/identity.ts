import { Hono } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { findIdentity } from "./businesses";
import type { Business, Identity } from "./businesses";
import { UnauthenticatedError } from "./errors";
import { requireAccess } from "./guard";
import type { FreshBooksBox } from "./world";

function membership(business: Business): object {
  return {
    id: business.membershipId,
    role: business.role,
    unacknowledged_change: false,
    fasttrack_token: `sandbox-fasttrack-token-${business.id}`,
    business: {
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
      address: {
        street: "1 Pine Street",
        city: "Springfield",
        province: "",
        country: business.countryCode,
        postal_code: "",
      },
      phone_number: {},
      business_clients: [],
    },
  };
}

function perAccount<T>(identity: Identity, value: T): Record<string, T> {
  return Object.fromEntries(
    identity.businesses.flatMap(({ accountId }) => (accountId === null ? [] : [[accountId, value]])),
  );
}

function groupsOf(identity: Identity): object[] {
  return identity.businesses.map((business) => ({
    id: business.membershipId,
    group_id: business.membershipId + 1000,
    role: business.role,
    identity_id: identity.id,
    identity_uuid: identity.uuid,
    business_id: business.id,
    active: true,
  }));
}

function rolesOf(identity: Identity): object[] {
  return identity.businesses.flatMap(({ accountId, membershipId }) =>
    accountId === null
      ? []
      : [
          {
            id: membershipId,
            role: "admin",
            systemid: membershipId,
            userid: 1,
            created_at: "2026-01-05T10:00:00Z",
            links: {},
            accountid: accountId,
          },
        ],
  );
}

function profile(identity: Identity): object {
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
    permissions: perAccount(identity, { "invoices.view": true }),
    subscription_statuses: perAccount(identity, "active"),
    business_statuses: {},
    integrations: {},
    groups: groupsOf(identity),
    business_memberships: identity.businesses.map(membership),
    roles: rolesOf(identity),
  };
}

/** `users/me`: `response` without a `result` layer (facts §2). */
export function identityRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("GET", ["/auth/api/v1/users/me", "/service/auth/api/v1/users/me"], (c) => {
    const identity = findIdentity(requireAccess(box.world, c).identityId);
    if (identity === undefined) throw new UnauthenticatedError("The identity of this token is gone.");
    return c.json({ response: profile(identity) });
  });
  return routes;
}
