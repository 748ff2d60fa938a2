/**
 * A call as its caller asked for it: one that came by the public address is read under it, since behind a proxy that
 * ends TLS it says `http` itself. Any other call stays as it is.
 */
export function readAsAsked(request: Request, publicUrl: string | undefined): Request {
  if (publicUrl === undefined) return request;
  const asked = new URL(request.url);
  const { host, origin } = new URL(publicUrl);
  return asked.host === host ? new Request(`${origin}${asked.pathname}${asked.search}`, request) : request;
}
