/** Any absolute address will do: only whether the path leaves it is asked. */
const probe = "https://same-site.invalid";

/**
 * The path to go to after signing in, if it stays on this site; else the fallback.
 * Refuses other origins in every spelling a browser accepts (`//host`, `/\host`, `https:host`, tabs inside).
 */
export function sameSitePath(candidate: string | undefined, fallback: string): string {
  if (candidate?.startsWith("/") !== true || !URL.canParse(candidate, probe)) return fallback;
  const url = new URL(candidate, probe);
  return url.origin === probe ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
