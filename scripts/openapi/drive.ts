import type { PipedriveApi, PreparedCall } from "./pipedrive-api";

/** Makes what an operation needs, and gives the calls of it that are worth looking at. */
export type Drive = (api: PipedriveApi) => Promise<readonly PreparedCall[]>;

/** An operation and its drive. */
export type DriveRow = readonly [operation: string, drive: Drive];

/** The parameters of a query. */
export type Query = Readonly<Record<string, string>>;

export const V1 = "/api/v1";
export const V2 = "/api/v2";

/** A call without a query, and one with each of these. */
export function withQueries(path: string, queries: readonly Query[] = []): PreparedCall[] {
  return [{ path }, ...queries.map((query) => ({ path, query }))];
}
