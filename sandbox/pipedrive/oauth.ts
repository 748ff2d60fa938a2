import { Hono } from "hono";
import type { Context } from "hono";

import { clientCredentials } from "../lib/basic-auth";
import type { NodeEnv } from "../lib/fault-middleware";
import { readParameters } from "../lib/read-body";
import { isSameSecret } from "../lib/secret";
import { ACCESS_LIFE_SECONDS } from "./grants";
import type { TokenPair } from "./grants";
import type { PipedriveBox, PipedriveWorld } from "./world";

/** A refusal of the token endpoint: always HTTP 400 (facts §1). */
interface OAuthRefusal {
  readonly error: string;
  readonly message: string;
}

type Parameters = ReadonlyMap<string, string>;

function isKnownClient(world: PipedriveWorld, c: Context, parameters: Parameters): boolean {
  const given = clientCredentials(c.req.header("authorization"), parameters);
  if (given === undefined) return false;
  return given.clientId === world.app.clientId && isSameSecret(given.clientSecret, world.app.clientSecret);
}

function exchanged(world: PipedriveWorld, parameters: Parameters): OAuthRefusal | TokenPair {
  const code = parameters.get("code") ?? "";
  const result = world.grants.redeemCode(code, parameters.get("redirect_uri") ?? "");
  return typeof result === "string" ? { error: "invalid_grant", message: result } : result;
}

function tokens(world: PipedriveWorld, c: Context, parameters: Parameters): OAuthRefusal | TokenPair {
  if (!isKnownClient(world, c, parameters)) return { error: "invalid_client", message: "client is invalid" };
  const grantType = parameters.get("grant_type");
  if (grantType === undefined) return { error: "invalid_request", message: "grant_type is missing" };
  if (grantType === "authorization_code") return exchanged(world, parameters);
  if (grantType !== "refresh_token") {
    return { error: "unsupported_grant_type", message: "grant_type is not supported" };
  }
  const refreshed = world.grants.refresh(parameters.get("refresh_token") ?? "");
  return refreshed ?? { error: "invalid_grant", message: "refresh_token is invalid" };
}

/** Token and revocation endpoints (facts §1). */
export function oauthRoutes(box: PipedriveBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("POST", ["/oauth/token", "/oauth/token/"], async (c) => {
    const isForm = (c.req.header("content-type") ?? "").includes("application/x-www-form-urlencoded");
    const parameters = await readParameters(c.req);
    const result: OAuthRefusal | TokenPair = isForm
      ? tokens(box.world, c, parameters)
      : { error: "invalid_request", message: "content type must be application/x-www-form-urlencoded" };
    if ("error" in result) return c.json({ success: false, ...result }, 400);
    return c.json({
      access_token: result.accessToken,
      token_type: "Bearer",
      expires_in: ACCESS_LIFE_SECONDS,
      refresh_token: result.refreshToken,
      scope: result.scopes.join(","),
      api_domain: new URL(c.req.url).origin,
    });
  });
  routes.post("/oauth/revoke", async (c) => {
    const parameters = await readParameters(c.req);
    if (!isKnownClient(box.world, c, parameters)) {
      return c.json({ success: false, error: "invalid_client", message: "client is invalid" }, 400);
    }
    box.world.grants.revoke(parameters.get("token") ?? "");
    return c.body(null, 200);
  });
  return routes;
}
