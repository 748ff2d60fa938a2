import { listAt, numberAt } from "../probe/json-at";
import { expectOk } from "../probe/reply";
import { accounting } from "./probe";
import type { FreshbooksProbe } from "./probe";

/** One page of a list. */
export interface Listed {
  readonly ids: readonly number[];
  readonly rows: readonly unknown[];
  readonly total: number | undefined;
}

const PATHS = { invoices: "invoices/invoices", clients: "users/clients" } as const;

/** The first hundred invoices or clients that fit the filter, as FreshBooks takes it. */
export async function list(
  probe: FreshbooksProbe,
  what: keyof typeof PATHS,
  filter: Readonly<Record<string, string>> = {},
): Promise<Listed> {
  const path = accounting(probe.credentials.accountId, PATHS[what]);
  const reply = expectOk(await probe.api.get(path, { per_page: "100", ...filter }), `Listing ${what}`);
  const rows = listAt(reply.json, `response.result.${what}`);
  const ids = rows.flatMap((row) => numberAt(row, "id") ?? []);
  return { ids, rows, total: numberAt(reply.json, "response.result.total") };
}
