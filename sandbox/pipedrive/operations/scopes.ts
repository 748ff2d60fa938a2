/** Scopes that open an operation, any of each list (facts §1). */
export const BASE = ["base"];
export const DEALS_READ = ["deals:read", "deals:full"];
export const DEALS_WRITE = ["deals:full"];
export const DEAL_FIELDS_MAKE = ["admin", "deal-fields:full"];
export const CONTACTS_READ = ["contacts:read", "contacts:full"];
export const CONTACTS_WRITE = ["contacts:full"];
export const CONTACT_FIELDS_MAKE = ["admin", "contact-fields:full"];
export const PIPELINES_READ = [...DEALS_READ, "admin"];
export const ADMIN = ["admin"];
/** The specification has `admin` alone, the documentation has scopes of their own (facts §1). */
export const WEBHOOKS_READ = ["admin", "webhooks:read", "webhooks:full"];
export const WEBHOOKS_WRITE = ["admin", "webhooks:full"];
export const SEARCH = ["search:read"];
