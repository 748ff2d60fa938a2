export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

function fromBasic(header: string): ClientCredentials | undefined {
  const decoded = Buffer.from(header.slice("basic ".length), "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon < 0) return undefined;
  return { clientId: decoded.slice(0, colon), clientSecret: decoded.slice(colon + 1) };
}

/** OAuth client credentials from HTTP Basic, or else from the body. */
export function clientCredentials(
  authorization: string | undefined,
  parameters: ReadonlyMap<string, string>,
): ClientCredentials | undefined {
  if (authorization?.toLowerCase().startsWith("basic ") === true) return fromBasic(authorization);
  const clientId = parameters.get("client_id");
  const clientSecret = parameters.get("client_secret");
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}
