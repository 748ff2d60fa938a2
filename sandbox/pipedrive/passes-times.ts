/** The change filter of lists, in milliseconds. */
interface ChangeQuery {
  readonly updated_since?: number | undefined;
  readonly updated_until?: number | undefined;
}

/** Whether a time of change, in whole seconds as it is shown, lies in the asked span: from since, before until. */
export function passesTimes(updateMs: number, query: ChangeQuery): boolean {
  const wholeMs = Math.floor(updateMs / 1000) * 1000;
  const isSince = query.updated_since === undefined || wholeMs >= query.updated_since;
  return isSince && (query.updated_until === undefined || wholeMs < query.updated_until);
}
