import type { RequestEntry } from "../lib/request-log";

/** One call to the Pipedrive API, with what it cost and the id its answer carried. */
export interface PipedriveRequest extends RequestEntry {
  readonly tokenCost: number;
  readonly requestId: string;
  /** null: the caller stayed unknown. */
  readonly companyId: number | null;
}
