/** An application registered at a vendor. Without `redirectUri` any http(s) address is accepted. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri?: string;
}

/** Whether `uri` may receive codes for this app: exactly the registered one, or any web address if none is. */
export function isRedirectAllowed(app: OAuthApp, uri: string): boolean {
  if (app.redirectUri !== undefined) return uri === app.redirectUri;
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol);
}

/** `uri` with the given parameters added to its query. */
export function withQuery(uri: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(uri);
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(key, value);
  }
  return url.toString();
}
