import type { RemoteValue } from "./remote";

const isList = (value: RemoteValue): value is readonly RemoteValue[] => Array.isArray(value);

function isObject(value: RemoteValue): value is { readonly [key: string]: RemoteValue } {
  return typeof value === "object" && value !== null && !isList(value);
}

/**
 * Whether Pipedrive's value holds what was sent: objects may carry more keys than were sent (an address comes
 * back with parts filled in), everything else must be the same.
 */
export function holdsValue(stored: RemoteValue | undefined, sent: RemoteValue): boolean {
  if (stored === undefined) return false;
  if (isList(sent)) {
    return (
      isList(stored) && stored.length === sent.length && sent.every((item, i) => holdsValue(stored[i], item))
    );
  }
  if (isObject(sent)) {
    return isObject(stored) && Object.entries(sent).every(([key, value]) => holdsValue(stored[key], value));
  }
  return stored === sent;
}
