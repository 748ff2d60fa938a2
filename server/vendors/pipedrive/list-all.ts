import { z } from "zod";
import { VendorError } from "../http/vendor-error";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import type { PipedriveOperation } from "./costs";

/** The price is per call whatever the size (facts §6), so always the largest page. */
const pageSize = "500";

/**
 * Every row of a list, its cursors followed to the end with the same filter. A cursor that comes back a second time
 * would go round for ever: it ends in a `VendorError`.
 */
export async function listAll<Schema extends z.ZodType>(
  deps: PipedriveCallDeps,
  operation: PipedriveOperation,
  path: string,
  filter: Readonly<Record<string, string>>,
  rowSchema: Schema,
): Promise<z.output<Schema>[]> {
  const rows: z.output<Schema>[] = [];
  const seen = new Set<string>();
  const readPage = async (query: URLSearchParams) =>
    callPipedrive(deps, { operation, method: "GET", path, query, schema: z.array(rowSchema).nullish() });
  let page = await readPage(new URLSearchParams({ ...filter, limit: pageSize }));
  rows.push(...(page.data ?? []));
  while (page.nextCursor !== null) {
    if (seen.has(page.nextCursor)) throw endless(operation);
    seen.add(page.nextCursor);
    page = await readPage(new URLSearchParams({ ...filter, limit: pageSize, cursor: page.nextCursor }));
    rows.push(...(page.data ?? []));
  }
  return rows;
}

function endless(operation: string): VendorError {
  return new VendorError({
    vendor: "pipedrive",
    operation,
    kind: "bad_response",
    detail: "the list's cursor repeats itself",
    mayHaveHappened: false,
  });
}
