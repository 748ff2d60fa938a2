import { Hono } from "hono";
import type { Context } from "hono";

import { clientCredentials } from "../lib/basic-auth";
import type { NodeEnv } from "../lib/fault-middleware";
import { readParameters } from "../lib/read-body";
import { isSameSecret } from "../lib/secret";
import type { TokenPair } from "./grants";
import { grantedScopes } from "./scopes";
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

function tokenBody(world: FreshBooksWorld, pair: TokenPair): object {
  return {
    access_token: pair.accessToken,
    token_type: "Bearer",
    expires_in: pair.expiresInSeconds,
    created_at: pair.createdAtSeconds,
    refresh_token: pair.refreshToken,
    scope: pair.scopes.join(" "),
    direct_buy_tokens: {},
    ...(world.switches.sendsIdToken ? { id_token: world.random.alphanumeric(400) } : {}),
  };
}

// RFC 7662: a token that does not work is no error, only not active.
function introspection(world: FreshBooksWorld, token: string): object {
  const access = world.grants.access(token);
  const subject = access ?? world.grants.refreshable(token);
  if (subject === undefined) return { active: false };
  return {
    active: true,
    scope: subject.scopes.join(" "),
    client_id: world.app.clientId,
    token_type: access === undefined ? "refresh_token" : "Bearer",
    sub: String(subject.identityId),
    ...(access === undefined ? {} : { exp: access.expiresAtSeconds }),
  };
}

function metadata(origin: string): object {
  const base = `${origin}/service/auth/oauth`;
  return {
    issuer: origin,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    revocation_endpoint: `${base}/revoke`,
    introspection_endpoint: `${base}/introspect`,
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: grantedScopes(undefined),
  };
}

type Answer = (world: FreshBooksWorld, c: Context, parameters: ReadonlyMap<string, string>) => Response;

/** Token, revocation and introspection endpoints, and the metadata that names them (facts §1). */
export function oauthRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const forClients = (paths: string[], answer: Answer) =>
    routes.on("POST", paths, async (c) => {
      const parameters = await readParameters(c.req);
      const isKnown = isKnownClient(box.world, c, parameters);
      return isKnown ? answer(box.world, c, parameters) : refuse(c, INVALID_CLIENT);
    });
  forClients(TOKEN_PATHS, (world, c, parameters) => {
    const result = tokens(world, parameters);
    return "error" in result ? refuse(c, result) : c.json(tokenBody(world, result));
  });
  forClients(REVOKE_PATHS, (world, c, parameters) => {
    world.grants.revoke(parameters.get("token") ?? "");
    return c.json({});
  });
  forClients(["/service/auth/oauth/introspect"], (world, c, parameters) =>
    c.json(introspection(world, parameters.get("token") ?? "")),
  );
  routes.get("/.well-known/oauth-authorization-server", (c) => c.json(metadata(new URL(c.req.url).origin)));
  return routes;
}
