/** One operation of the API: what it costs and which scopes open it (facts §1, §3.2). */
export interface Operation {
  readonly method: string;
  readonly pattern: RegExp;
  readonly cost: number;
  /** Any of these; empty: `base` is enough. */
  readonly scopes: readonly string[];
  readonly isSearch: boolean;
}

type Row = readonly [method: string, path: string, cost: number, scopes: readonly string[]];

const DEALS_READ = ["deals:read", "deals:full"];
const PIPELINES_READ = [...DEALS_READ, "admin"];
const CONTACTS_READ = ["contacts:read", "contacts:full"];
const DEAL_FIELDS_WRITE = ["admin", "deal-fields:full"];
const CONTACT_FIELDS_WRITE = ["admin", "contact-fields:full"];

function entity(path: string, read: readonly string[], write: readonly string[], listCost: number): Row[] {
  return [
    ["GET", path, listCost, read],
    ["POST", path, 5, write],
    ["GET", `${path}/:id`, 1, read],
    ["PATCH", `${path}/:id`, 5, write],
    ["DELETE", `${path}/:id`, 3, write],
  ];
}

function fields(
  path: string,
  read: readonly string[],
  change: readonly string[],
  make: readonly string[],
): Row[] {
  return [
    ["GET", path, 10, [...read, ...make]],
    ["POST", path, 5, make],
    ["GET", `${path}/:code`, 1, [...read, ...make]],
    ["PATCH", `${path}/:code`, 5, [...change, ...make]],
    ["DELETE", `${path}/:code`, 3, make],
    ["POST", `${path}/:code/options`, 5, [...change, ...make]],
    ["PATCH", `${path}/:code/options`, 5, [...change, ...make]],
    ["DELETE", `${path}/:code/options`, 3, [...change, ...make]],
  ];
}

const ROWS: readonly Row[] = [
  ["GET", "/api/v2/deals/archived", 20, DEALS_READ],
  ["GET", "/api/v2/organizations/search", 20, [...CONTACTS_READ, "search:read"]],
  ["GET", "/api/v2/itemSearch/field", 20, ["search:read"]],
  ...entity("/api/v2/deals", DEALS_READ, ["deals:full"], 10),
  ...entity("/api/v2/organizations", CONTACTS_READ, ["contacts:full"], 10),
  ...entity("/api/v2/pipelines", PIPELINES_READ, ["admin"], 5),
  ...entity("/api/v2/stages", PIPELINES_READ, ["admin"], 5),
  ...fields("/api/v2/dealFields", DEALS_READ, ["deals:full"], DEAL_FIELDS_WRITE),
  ...fields("/api/v2/organizationFields", CONTACTS_READ, ["contacts:full"], CONTACT_FIELDS_WRITE),
  ["GET", "/api/v1/users/me", 2, []],
  ["GET", "/api/v1/users", 20, ["users:read"]],
  ["GET", "/api/v1/currencies", 20, []],
];

const OPERATIONS: readonly Operation[] = ROWS.map(([method, path, cost, scopes]) => ({
  method,
  pattern: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`),
  cost,
  scopes,
  isSearch: /search/i.test(path),
}));

/** The operation of a call, with `/v1/…` read as `/api/v1/…`; `undefined` for a path nobody serves. */
export function findOperation(method: string, path: string): Operation | undefined {
  return OPERATIONS.find((operation) => operation.method === method && operation.pattern.test(path));
}
