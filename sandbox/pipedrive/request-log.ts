/** One call to the API, as it ended. */
export interface RequestEntry {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly at: string;
  readonly tokenCost: number;
  readonly requestId: string;
}

const LIMIT = 50_000;

/** Appends to a log that forgets its oldest entries. */
export function logRequest(log: RequestEntry[], entry: RequestEntry): void {
  if (log.length >= LIMIT) log.shift();
  log.push(entry);
}
