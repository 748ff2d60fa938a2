import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { isRedirectAllowed, withQuery } from "../lib/oauth-app";
import { readParameters } from "../lib/read-body";
import { consentPage, refusalPage } from "../pages/consent";
import { IDENTITIES, findIdentity } from "./businesses";
import { grantedScopes } from "./scopes";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const PATHS = ["/oauth/authorize", "/oauth/authorize/", "/service/auth/oauth/authorize"];
const CARRIED = ["client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge"];

interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
}

interface Refusal {
  readonly status: 400 | 500;
  readonly title: string;
  readonly text: string;
}

function readRequest(
  world: FreshBooksWorld,
  parameters: ReadonlyMap<string, string>,
): AuthorizeRequest | Refusal {
  if (parameters.get("client_id") !== world.app.clientId) {
    return { status: 500, title: "Something went wrong", text: "The application is not known." };
  }
  const redirectUri = parameters.get("redirect_uri") ?? "";
  if (!isRedirectAllowed(world.app, redirectUri)) {
    const text = "The redirect URI is missing, malformed, or not the registered one.";
    return { status: 400, title: "Invalid redirect URI", text };
  }
  if (parameters.get("response_type") !== "code") {
    return { status: 400, title: "Unsupported response type", text: "response_type must be code." };
  }
  const scopes = grantedScopes(parameters.get("scope"));
  if (scopes === undefined) {
    const text = "The requested scope is invalid, unknown or malformed.";
    return { status: 400, title: "Invalid scope", text };
  }
  return { redirectUri, scopes, parameters };
}

function carried(parameters: ReadonlyMap<string, string>): Record<string, string> {
  const pairs = CARRIED.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

function decide(world: FreshBooksWorld, request: AuthorizeRequest): string {
  const { parameters, redirectUri, scopes } = request;
  const state = parameters.get("state");
  const identity = findIdentity(Number(parameters.get("user_id") ?? IDENTITIES[0]?.id));
  if (parameters.get("decision") !== "allow" || identity === undefined) {
    const error_description = "The resource owner denied the request.";
    return withQuery(redirectUri, { error: "access_denied", error_description, state });
  }
  const challenge = parameters.get("code_challenge");
  const code = world.grants.issueCode({
    identityId: identity.id,
    scopes,
    redirectUri,
    ...(challenge === undefined ? {} : { codeChallenge: challenge }),
  });
  return withQuery(redirectUri, { code, state });
}

async function refuse(c: Context<NodeEnv>, refusal: Refusal): Promise<Response> {
  return c.html(await refusalPage("FreshBooks", refusal.title, refusal.text), refusal.status);
}

/** The consent page and what it answers (facts §1). */
export function authorizeRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.on("GET", PATHS, async (c) => {
    const request = readRequest(box.world, new Map(Object.entries(c.req.query())));
    if ("status" in request) return refuse(c, request);
    const page = consentPage({
      vendor: "FreshBooks",
      appName: box.world.app.clientId,
      scopes: request.scopes,
      users: IDENTITIES.map(({ id, firstName, lastName, email }) => ({
        id,
        label: `${firstName} ${lastName} (${email})`,
      })),
      action: c.req.path,
      hidden: carried(request.parameters),
    });
    return c.html(await page);
  });
  routes.on("POST", PATHS, async (c) => {
    const request = readRequest(box.world, await readParameters(c.req));
    if ("status" in request) return refuse(c, request);
    return c.redirect(decide(box.world, request), 302);
  });
  return routes;
}
