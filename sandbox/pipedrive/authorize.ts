import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { isRedirectAllowed, withQuery } from "../lib/oauth-app";
import { readParameters } from "../lib/read-body";
import { consentPage } from "../pages/consent";
import type { Company } from "./company";
import type { User } from "./user";
import type { PipedriveBox, PipedriveWorld } from "./world";

interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

type Parameters = ReadonlyMap<string, string>;

function readRequest(world: PipedriveWorld, parameters: Parameters): AuthorizeRequest | string {
  if (parameters.get("client_id") !== world.app.clientId) return "Invalid client";
  const redirectUri = parameters.get("redirect_uri") ?? world.app.redirectUri ?? "";
  if (!isRedirectAllowed(world.app, redirectUri)) return "Invalid redirect URL";
  return { redirectUri, state: parameters.get("state") };
}

interface Member {
  readonly company: Company;
  readonly user: User;
}

/** Everybody who could consent, company by company. */
function activeUsers(world: PipedriveWorld): Member[] {
  return [...world.companies.values()].flatMap((company) =>
    [...company.users.values()].filter((user) => user.isActive).map((user) => ({ company, user })),
  );
}

function decide(world: PipedriveWorld, request: AuthorizeRequest, parameters: Parameters): string {
  const { redirectUri, state } = request;
  const active = activeUsers(world);
  const wanted = parameters.get("user_id");
  const found = wanted === undefined ? active[0] : active.find(({ user }) => String(user.id) === wanted);
  if (parameters.get("decision") !== "allow" || found === undefined) {
    return withQuery(redirectUri, { error: "user_denied", state });
  }
  const code = world.grants.issueCode({
    companyId: found.company.profile.id,
    userId: found.user.id,
    scopes: world.switches.appScopes,
    redirectUri,
  });
  return withQuery(redirectUri, { code, state });
}

function showConsent(c: Context, world: PipedriveWorld, request: AuthorizeRequest) {
  const { redirectUri, state } = request;
  return consentPage({
    vendor: "Pipedrive",
    appName: world.app.clientId,
    scopes: world.switches.appScopes,
    users: activeUsers(world).map(({ company, user }) => ({
      id: user.id,
      label: `${user.name} (${user.email}), ${company.profile.name}`,
    })),
    action: c.req.path,
    hidden: {
      client_id: world.app.clientId,
      redirect_uri: redirectUri,
      ...(state === undefined ? {} : { state }),
    },
  });
}

/** The consent page: no scope parameter, the app's scopes are taken or left as a whole (facts §1). */
export function authorizeRoutes(box: PipedriveBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/oauth/authorize", async (c) => {
    const request = readRequest(box.world, new Map(Object.entries(c.req.query())));
    if (typeof request === "string") return c.json({ error: request }, 400);
    return c.html(await showConsent(c, box.world, request));
  });
  routes.post("/oauth/authorize", async (c) => {
    const parameters = await readParameters(c.req);
    const request = readRequest(box.world, parameters);
    if (typeof request === "string") return c.json({ error: request }, 400);
    return c.redirect(decide(box.world, request, parameters), 302);
  });
  return routes;
}
