import "server-only";
import { z } from "zod";
import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { Explanation, Fetch, ResponseFacts } from "../http/request";
import { send } from "../http/send";
import { tokenExpiry, tokenPattern } from "../http/token-grant";
import type { TokenGrant } from "../http/token-grant";
import { badAnswer } from "./parse-answer";

/** The app registered at FreshBooks, and where its servers are. */
export type FreshbooksApp = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** API root, for the token endpoints. */
  apiUrl: string;
};

type OauthDeps = { fetch?: Fetch | undefined; clock: Clock; log: Logger; timeoutMs?: number | undefined };

/** Where to send the person for consent. */
export function authorizeUrl(input: {
  authUrl: string;
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  state: string;
}): string {
  const query = new URLSearchParams({
    client_id: input.clientId,
    response_type: "code",
    redirect_uri: input.redirectUri,
    scope: input.scopes.join(" "),
    state: input.state,
  });
  return `${input.authUrl}/oauth/authorize/?${query.toString()}`;
}

const grantSchema = z.object({
  access_token: z.string().regex(tokenPattern),
  refresh_token: z.string().regex(tokenPattern),
  expires_in: z.number().positive(),
  created_at: z.number().nonnegative().nullish(),
  scope: z.string().nullish(),
});

const oauthError = z.object({ error: z.string() });

/**
 * The code alone: an OAuth error's prose may quote what was sent. `invalid_grant` means that the person must connect
 * again; `invalid_client` that this server's own id or secret is wrong, which no reconnecting mends.
 */
function explainOauth(json: unknown, { status }: ResponseFacts): Explanation {
  const code = oauthError.safeParse(json).data?.error;
  if (code === "invalid_grant") return { code, kind: "auth" };
  if (code === "invalid_client" || code === "unauthorized_client") return { code, kind: "forbidden" };
  return status === 401 ? { code, kind: "forbidden" } : { code };
}

async function post(
  app: FreshbooksApp,
  deps: OauthDeps,
  operation: string,
  path: string,
  form: URLSearchParams,
) {
  const request = {
    vendor: "freshbooks" as const,
    operation,
    method: "POST" as const,
    url: `${app.apiUrl}${path}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
    mayBeEmpty: operation === "revoke",
    explain: explainOauth,
  };
  return (await send(request, deps)).json;
}

async function requestGrant(
  app: FreshbooksApp,
  deps: OauthDeps,
  operation: string,
  grant: Record<string, string>,
): Promise<TokenGrant> {
  const form = new URLSearchParams({
    ...grant,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: app.redirectUri,
  });
  const parsed = grantSchema.safeParse(await post(app, deps, operation, "/auth/oauth/token", form));
  if (!parsed.success) throw badAnswer(operation, true, parsed.error);
  const { data } = parsed;
  const now = deps.clock.now();
  const issuedAt = data.created_at ? new Date(data.created_at * 1000) : now;
  return {
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    accessExpiresAt: tokenExpiry(now, issuedAt, data.expires_in),
    scopes: (data.scope ?? "").split(" ").filter((scope) => scope !== ""),
  };
}

/** Trades the code of a consent (single use, five minutes) for tokens. Throws `VendorError`. */
export function exchangeCode(app: FreshbooksApp, deps: OauthDeps, code: string): Promise<TokenGrant> {
  return requestGrant(app, deps, "exchangeCode", { grant_type: "authorization_code", code });
}

/**
 * Trades a refresh token for a new pair. The old refresh token is spent by this call even if its answer is lost
 * (facts §1). Throws `VendorError`; kind `auth` means the grant is dead.
 */
export function refresh(app: FreshbooksApp, deps: OauthDeps, refreshToken: string): Promise<TokenGrant> {
  return requestGrant(app, deps, "refresh", { grant_type: "refresh_token", refresh_token: refreshToken });
}

/** Takes the grant back at FreshBooks. Throws `VendorError`. */
export async function revoke(app: FreshbooksApp, deps: OauthDeps, token: string): Promise<void> {
  const form = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, token });
  await post(app, deps, "revoke", "/auth/oauth/revoke", form);
}
