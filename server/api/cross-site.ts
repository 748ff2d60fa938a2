/**
 * Whether a request was sent by a page of another site, as browsers themselves say it (`Origin`, `Sec-Fetch-Site`).
 * A client that sends neither is no browser and carries no victim's cookies.
 */
export function isCrossSite(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin !== new URL(appUrl).origin;
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
