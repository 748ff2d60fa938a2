import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { isRedirectAllowed, withQuery } from "../lib/oauth-app";
import { readParameters } from "../lib/read-body";
import { consentPage, refusalPage } from "../pages/consent";
import type { ConsentPerson } from "../pages/consent";
import type { Identity } from "./businesses";
import { grantedScopes } from "./scopes";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

const PATHS = ["/oauth/authorize", "/oauth/authorize/", "/service/auth/oauth/authorize"];
const CARRIED = ["client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge"];

interface AuthorizeRequest {
  readonly redirectUri: string;
  /** Undefined: one of them is misspelt or not registered, which is said only after the login (facts §1). */
  readonly scopes: readonly string[] | undefined;
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
  return { redirectUri, scopes: grantedScopes(parameters.get("scope")), parameters };
}

function carried(parameters: ReadonlyMap<string, string>): Record<string, string> {
  const pairs = CARRIED.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

function errorUri(request: AuthorizeRequest, error: string, error_description: string): string {
  const state = request.parameters.get("state");
  return withQuery(request.redirectUri, { error, error_description, state });
}

function codeUri(world: FreshBooksWorld, request: AuthorizeRequest, identity: Identity): string {
  const { parameters, redirectUri, scopes } = request;
  const challenge = parameters.get("code_challenge");
  const code = world.grants.issueCode({
    identityId: identity.id,
    scopes: scopes ?? [],
    redirectUri,
    ...(challenge === undefined ? {} : { codeChallenge: challenge }),
  });
  return withQuery(redirectUri, { code, state: parameters.get("state") });
}

const MIS_SCOPED = "The requested scope is invalid, unknown, or malformed.";
const DENIED = "The resource owner denied the request.";

// Whether a denied or mis-scoped consent leads back to the app or ends on a page is not known (facts §14.8).
function decide(world: FreshBooksWorld, request: AuthorizeRequest): Refusal | string {
  const { parameters } = request;
  const { misscopedConsent, deniedConsent } = world.switches;
  const chosen = parameters.get("user_id");
  const identity =
    chosen === undefined ? world.directory.identities()[0] : world.directory.findIdentity(Number(chosen));
  if (request.scopes === undefined) {
    if (misscopedConsent === "redirect") return errorUri(request, "invalid_scope", MIS_SCOPED);
    return { status: 400, title: "Invalid scope", text: MIS_SCOPED };
  }
  if (parameters.get("decision") === "allow" && identity !== undefined) {
    return codeUri(world, request, identity);
  }
  if (deniedConsent === "redirect") return errorUri(request, "access_denied", DENIED);
  return { status: 400, title: "Access denied", text: DENIED };
}

function people(world: FreshBooksWorld): ConsentPerson[] {
  return world.directory.identities().map(({ id, firstName, lastName, email }) => ({
    id,
    label: `${firstName} ${lastName} (${email})`,
    places: world.directory.businessesOf(id).map(({ business }) => business.name),
  }));
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
      scopes: request.scopes ?? [],
      users: people(box.world),
      action: c.req.path,
      hidden: carried(request.parameters),
    });
    return c.html(await page);
  });
  routes.on("POST", PATHS, async (c) => {
    const request = readRequest(box.world, await readParameters(c.req));
    if ("status" in request) return refuse(c, request);
    const outcome = decide(box.world, request);
    return typeof outcome === "string" ? c.redirect(outcome, 302) : refuse(c, outcome);
  });
  return routes;
}
