/** Query of a page's address as Next gives it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The one value of a query's key; the first if it is there more than once. */
export function searchText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
