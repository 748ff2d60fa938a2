/** Query of a page's address as Next gives it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The one value of a query's key; the first if it is there more than once. */
export function searchText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The page's address with its query, so that whoever signs in comes back to just what they were shown. */
export async function pathWithQuery(path: string, searchParams: SearchParams): Promise<string> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(await searchParams)) {
    for (const text of [value ?? []].flat()) query.append(key, text);
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
