/** Stands in for `server-only`, which refuses to load anywhere but in Next's server bundles. */
export {};
