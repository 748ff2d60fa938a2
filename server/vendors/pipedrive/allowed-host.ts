/** Whether a host stands in the list, as itself or under a `*.` entry. A port counts where the entry names one. */
function isListed(url: URL, pattern: string): boolean {
  if (pattern.startsWith("*.")) return url.port === "" && url.hostname.endsWith(pattern.slice(1));
  return url.host === pattern || (url.port === "" && url.hostname === pattern);
}

/**
 * Whether a token may be sent to this address: an origin alone, https, and its host in the list; plain http only for
 * hosts that the list names in full, such as `127.0.0.1:4020`. `api_domain` comes from outside and is checked here.
 */
export function isAllowedApiHost(address: string, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isBare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (!isBare || (url.pathname !== "/" && url.pathname !== "")) return false;
  if (url.protocol === "https:") return allowedHosts.some((pattern) => isListed(url, pattern));
  return (
    url.protocol === "http:" &&
    allowedHosts.some((pattern) => !pattern.startsWith("*.") && isListed(url, pattern))
  );
}
