/** Scopes that open an operation, any of each list (facts §1). */
export const BASE = ["base"];
export const DEALS_READ = ["deals:read", "deals:full"];
export const DEALS_WRITE = ["deals:full"];
export const CONTACTS_READ = ["contacts:read", "contacts:full"];
export const CONTACTS_WRITE = ["contacts:full"];
export const PIPELINES_READ = [...DEALS_READ, "admin"];
export const ADMIN = ["admin"];
export const SEARCH = ["search:read"];
