import "server-only";
import { z } from "zod";
import type { Clock } from "../../lib/clock";
import type { Logger } from "../../lib/log";
import type { Explanation, Fetch, ResponseFacts } from "../http/request";
import { send } from "../http/send";
import { tokenExpiry, tokenPattern } from "../http/token-grant";
import type { TokenGrant } from "../http/token-grant";
import { VendorError } from "../http/vendor-error";
import { isAllowedApiHost } from "./allowed-host";

/** The app registered in Pipedrive's Developer Hub, and where its servers are. */
export type PipedriveApp = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  oauthUrl: string;
  /** Hosts an `api_domain` may have. */
  allowedHosts: readonly string[];
};

/** Tokens, and the base of all API calls of this installation (checked). */
export type PipedriveGrant = TokenGrant & { apiDomain: string };

type OauthDeps = { fetch?: Fetch | undefined; clock: Clock; log: Logger; timeoutMs?: number | undefined };

/** Where to send the person for consent. Scopes are fixed on the app and not asked for here (facts §1). */
export function authorizeUrl(input: {
  oauthUrl: string;
  clientId: string;
  redirectUri: string;
  state: string;
}): string {
  const query = new URLSearchParams({
    client_id: input.clientId,
    redirect_uri: input.redirectUri,
    state: input.state,
  });
  return `${input.oauthUrl}/oauth/authorize?${query.toString()}`;
}

const grantSchema = z.object({
  access_token: z.string().regex(tokenPattern),
  refresh_token: z.string().regex(tokenPattern),
  expires_in: z.number().positive(),
  scope: z.string().nullish(),
  api_domain: z.string().transform((address) => address.replace(/\/+$/, "")),
});

const oauthError = z.object({ error: z.string().nullish().catch(null) });

/**
 * The code alone: an OAuth error's prose may quote what was sent. A 400 or 401 in JSON is about the grant or the
 * client, since the form itself is always well made; its envelope is not documented (facts §1).
 */
function explainOauth(json: unknown, { status }: ResponseFacts): Explanation {
  const body = oauthError.safeParse(json).data;
  const code = body?.error ?? undefined;
  const isAboutGrant = body !== undefined && (status === 400 || status === 401);
  return {
    code: code !== undefined && /^[a-z_]{1,40}$/.test(code) ? code : undefined,
    ...(isAboutGrant && { kind: "auth" }),
  };
}

async function post(
  app: PipedriveApp,
  deps: OauthDeps,
  operation: string,
  path: string,
  form: Record<string, string>,
) {
  const credentials = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  const request = {
    vendor: "pipedrive" as const,
    operation,
    method: "POST" as const,
    url: `${app.oauthUrl}${path}`,
    headers: { authorization: `Basic ${credentials}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
    mayBeEmpty: operation === "revoke",
    explain: explainOauth,
  };
  return (await send(request, deps)).json;
}

async function requestGrant(
  app: PipedriveApp,
  deps: OauthDeps,
  operation: string,
  form: Record<string, string>,
): Promise<PipedriveGrant> {
  const parsed = grantSchema.safeParse(await post(app, deps, operation, "/oauth/token", form));
  if (!parsed.success) throw badGrant(operation, parsed.error);
  const { data } = parsed;
  if (!isAllowedApiHost(data.api_domain, app.allowedHosts)) throw badGrant(operation);
  const now = deps.clock.now();
  return {
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    accessExpiresAt: tokenExpiry(now, now, data.expires_in),
    scopes: (data.scope ?? "").split(/[ ,]+/).filter((scope) => scope !== ""),
    apiDomain: data.api_domain,
  };
}

function badGrant(operation: string, cause?: unknown): VendorError {
  return new VendorError({
    vendor: "pipedrive",
    operation,
    kind: "bad_response",
    mayHaveHappened: true,
    cause,
  });
}

/** Trades the code of a consent (single use, five minutes) for tokens. Throws `VendorError`. */
export function exchangeCode(app: PipedriveApp, deps: OauthDeps, code: string): Promise<PipedriveGrant> {
  const form = { grant_type: "authorization_code", code, redirect_uri: app.redirectUri };
  return requestGrant(app, deps, "exchangeCode", form);
}

/** Trades the refresh token for a fresh access token. Throws `VendorError`; kind `auth` means the grant is dead. */
export function refresh(app: PipedriveApp, deps: OauthDeps, refreshToken: string): Promise<PipedriveGrant> {
  return requestGrant(app, deps, "refresh", { grant_type: "refresh_token", refresh_token: refreshToken });
}

/** Uninstalls the app: revoking the refresh token ends every token of the installation (facts §1). */
export async function revoke(app: PipedriveApp, deps: OauthDeps, refreshToken: string): Promise<void> {
  await post(app, deps, "revoke", "/oauth/revoke", { token: refreshToken, token_type_hint: "refresh_token" });
}
