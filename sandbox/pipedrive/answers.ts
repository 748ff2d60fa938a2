import type { CursorPage } from "./cursor";

/** The body that answers one object. */
export function one(data: object): object {
  return { success: true, data };
}

/** The body that answers one page of a list. */
export function list(page: CursorPage<object>): object {
  return { success: true, data: page.rows, additional_data: { next_cursor: page.nextCursor } };
}
