import { Hono } from "hono";
import type { Context } from "hono";

import { clientCredentials } from "../lib/basic-auth";
import type { NodeEnv } from "../lib/fault-middleware";
import { readParameters } from "../lib/read-body";
import { isSameSecret } from "../lib/secret";
import { ACCESS_LIFE_SECONDS } from "./grants";
import type { TokenPair } from "./grants";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const TOKEN_PATHS = ["/auth/oauth/token", "/service/auth/oauth/token"];
const REVOKE_PATHS = ["/auth/oauth/revoke", "/service/auth/oauth/revoke"];

interface OAuthRefusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly description: string;
}

function isKnownClient(world: FreshBooksWorld, c: Context, parameters: ReadonlyMap<string, string>): boolean {
  const given = clientCredentials(c.req.header("authorization"), parameters);
  if (given === undefined) return false;
  return given.clientId === world.app.clientId && isSameSecret(given.clientSecret, world.app.clientSecret);
}

const INVALID_CLIENT: OAuthRefusal = {
  status: 401,
  error: "invalid_client",
  description: "Client authentication failed due to unknown client or wrong secret.",
};

const INVALID_GRANT: OAuthRefusal = {
  status: 400,
  error: "invalid_grant",
  description:
    "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in " +
    "the authorization request, or was issued to another client.",
};

function refreshed(
  world: FreshBooksWorld,
  parameters: ReadonlyMap<string, string>,
): OAuthRefusal | TokenPair {
  if (world.switches.refreshNeedsRedirectUri && !parameters.has("redirect_uri")) return INVALID_CLIENT;
  return world.grants.refresh(parameters.get("refresh_token") ?? "") ?? INVALID_GRANT;
}

function exchanged(
  world: FreshBooksWorld,
  parameters: ReadonlyMap<string, string>,
): OAuthRefusal | TokenPair {
  const code = parameters.get("code") ?? "";
  const redirectUri = parameters.get("redirect_uri");
  return world.grants.redeemCode(code, redirectUri, parameters.get("code_verifier")) ?? INVALID_GRANT;
}

function tokens(world: FreshBooksWorld, parameters: ReadonlyMap<string, string>): OAuthRefusal | TokenPair {
  const grantType = parameters.get("grant_type");
  if (grantType === "authorization_code") return exchanged(world, parameters);
  if (grantType === "refresh_token") return refreshed(world, parameters);
  const description = "The authorization grant type is not supported by the authorization server.";
  return { status: 400, error: "unsupported_grant_type", description };
}

function refuse(c: Context, refusal: OAuthRefusal): Response {
  return c.json({ error: refusal.error, error_description: refusal.description }, refusal.status);
}

/** Token and revocation endpoints (facts §1). */
export function oauthRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("POST", TOKEN_PATHS, async (c) => {
    const parameters = await readParameters(c.req);
    if (!isKnownClient(box.world, c, parameters)) return refuse(c, INVALID_CLIENT);
    const result = tokens(box.world, parameters);
    if ("error" in result) return refuse(c, result);
    return c.json({
      access_token: result.accessToken,
      token_type: "Bearer",
      expires_in: ACCESS_LIFE_SECONDS,
      created_at: result.createdAtSeconds,
      refresh_token: result.refreshToken,
      scope: result.scopes.join(" "),
      direct_buy_tokens: {},
    });
  });
  routes.on("POST", REVOKE_PATHS, async (c) => {
    const parameters = await readParameters(c.req);
    if (!isKnownClient(box.world, c, parameters)) return refuse(c, INVALID_CLIENT);
    box.world.grants.revoke(parameters.get("token") ?? "");
    return c.json({});
  });
  return routes;
}
