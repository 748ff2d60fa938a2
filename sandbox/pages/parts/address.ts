/** Words of the last act in an address: a known sentence by its name, or why the act was refused. */
export const NOTICE_KEYS = { done: "did", refused: "refused" } as const;

/** A path of this stand-in with a query; empty values are left out. */
export function address(
  path: string,
  query: Readonly<Record<string, number | string | undefined>> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** `to` if it is a path of this stand-in, else `fallback`: a form may not send the browser elsewhere. */
export function ownPath(to: string | undefined, fallback: string): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : fallback;
}

/** The same address with one more parameter. */
export function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, "http://sandbox.invalid");
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
