import { Hono } from "hono";
import type { Context } from "hono";

import { clientCredentials } from "../lib/basic-auth";
import type { NodeEnv } from "../lib/fault-middleware";
import { readParameters } from "../lib/read-body";
import { isSameSecret } from "../lib/secret";
import type { TokenPair } from "./grants";
import { isMemberActive } from "./members";
import type { Switches } from "./switches";
import type { PipedriveBox, PipedriveWorld } from "./world";

/** A refusal of the token endpoint: always HTTP 400 (facts §1). */
interface OAuthRefusal {
  readonly error: string;
  readonly message: string;
}

type Parameters = ReadonlyMap<string, string>;

const UNKNOWN_CLIENT: OAuthRefusal = { error: "invalid_client", message: "client is invalid" };

function isKnownClient(world: PipedriveWorld, c: Context, parameters: Parameters): boolean {
  const given = clientCredentials(c.req.header("authorization"), parameters);
  if (given === undefined) return false;
  return given.clientId === world.app.clientId && isSameSecret(given.clientSecret, world.app.clientSecret);
}

function exchanged(world: PipedriveWorld, parameters: Parameters): OAuthRefusal | TokenPair {
  const code = parameters.get("code") ?? "";
  const result = world.grants.redeemCode(code, parameters.get("redirect_uri") ?? "", world.switches);
  return typeof result === "string" ? { error: "invalid_grant", message: result } : result;
}

// The installation of a user who has been deactivated dies with them (facts §1).
function refreshed(world: PipedriveWorld, parameters: Parameters): OAuthRefusal | TokenPair {
  const token = parameters.get("refresh_token") ?? "";
  const installation = world.grants.installation(token);
  const isAlive = installation !== undefined && isMemberActive(world, installation);
  const pair = isAlive ? world.grants.refresh(token, world.switches) : undefined;
  return pair ?? { error: "invalid_grant", message: "refresh_token is invalid" };
}

function tokens(world: PipedriveWorld, c: Context, parameters: Parameters): OAuthRefusal | TokenPair {
  if (!isKnownClient(world, c, parameters)) return UNKNOWN_CLIENT;
  const grantType = parameters.get("grant_type");
  if (grantType === undefined) return { error: "invalid_request", message: "grant_type is missing" };
  if (grantType === "authorization_code") return exchanged(world, parameters);
  if (grantType === "refresh_token") return refreshed(world, parameters);
  return { error: "unsupported_grant_type", message: "grant_type is not supported" };
}

/** The same refusal in the envelopes that are possible (facts §12.7). */
function worded({ error, message }: OAuthRefusal, shape: Switches["tokenErrorShape"]): object {
  if (shape === "description") return { error, error_description: message };
  return shape === "message" ? { success: false, error, message } : { success: false, error: message };
}

function refuse(c: Context, world: PipedriveWorld, refusal: OAuthRefusal): Response {
  return c.json(worded(refusal, world.switches.tokenErrorShape), 400);
}

/** Token and revocation endpoints (facts §1). */
export function oauthRoutes(box: PipedriveBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("POST", ["/oauth/token", "/oauth/token/"], async (c) => {
    const isForm = (c.req.header("content-type") ?? "").includes("application/x-www-form-urlencoded");
    const parameters = await readParameters(c.req);
    const { world } = box;
    const result: OAuthRefusal | TokenPair = isForm
      ? tokens(world, c, parameters)
      : { error: "invalid_request", message: "content type must be application/x-www-form-urlencoded" };
    if ("error" in result) return refuse(c, world, result);
    return c.json({
      access_token: result.accessToken,
      token_type: world.switches.tokenTypeCase,
      expires_in: world.switches.expiresIn,
      refresh_token: result.refreshToken,
      scope: result.scopes.join(","),
      api_domain: new URL(c.req.url).origin,
    });
  });
  routes.post("/oauth/revoke", async (c) => {
    const { world } = box;
    const parameters = await readParameters(c.req);
    if (!isKnownClient(world, c, parameters)) return refuse(c, world, UNKNOWN_CLIENT);
    const ended = world.grants.revoke(parameters.get("token") ?? "");
    if (ended !== undefined) world.companies.get(ended.companyId)?.hooks.removeOf(ended.key);
    return c.body(null, 200);
  });
  return routes;
}
