/** A list's place to go on from, as the server gave it; null before the first page. */
type Cursor = string | null;

/** Where every list begins. */
export const firstCursor: Cursor = null;

/** The cursor as part of a list's input: the first page is asked for without one. */
export function cursorOf(cursor: Cursor): { cursor?: string } {
  return cursor === null ? {} : { cursor };
}
