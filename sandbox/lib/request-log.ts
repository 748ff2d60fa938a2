/** One call to a stand-in's API, as it ended. Calls that a fault kept from being carried out are not in it. */
export interface RequestEntry {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly at: string;
}

const LIMIT = 50_000;

/** Appends to a log that forgets its oldest entries. */
export function logRequest<T extends RequestEntry>(log: T[], entry: T): void {
  if (log.length >= LIMIT) log.shift();
  log.push(entry);
}
