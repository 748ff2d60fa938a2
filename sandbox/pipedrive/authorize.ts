import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { isRedirectAllowed, withQuery } from "../lib/oauth-app";
import { readParameters } from "../lib/read-body";
import { consentPage } from "../pages/consent";
import { activeMembers } from "./members";
import type { Member } from "./members";
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

function chosenMember(world: PipedriveWorld, parameters: Parameters): Member | undefined {
  const active = activeMembers(world);
  const wanted = parameters.get("user_id");
  return wanted === undefined ? active[0] : active.find(({ user }) => String(user.id) === wanted);
}

function decide(c: Context, world: PipedriveWorld, request: AuthorizeRequest, parameters: Parameters) {
  const { redirectUri, state } = request;
  if (parameters.get("decision") !== "allow") {
    return c.redirect(withQuery(redirectUri, { error: "user_denied", state }), 302);
  }
  const member = chosenMember(world, parameters);
  if (member?.company.profile.isInMaintenance === true) {
    return c.json({ error: "The company's database is under maintenance" }, 503);
  }
  if (member?.company.profile.isInstallable !== true) {
    return c.json({ error: "app cannot be installed for requested company" }, 400);
  }
  const code = world.grants.issueCode({
    companyId: member.company.profile.id,
    userId: member.user.id,
    scopes: world.switches.appScopes,
    redirectUri,
  });
  return c.redirect(withQuery(redirectUri, { code, state }), 302);
}

function showConsent(c: Context, world: PipedriveWorld, request: AuthorizeRequest) {
  const { redirectUri, state } = request;
  return consentPage({
    vendor: "Pipedrive",
    appName: world.app.clientId,
    scopes: world.switches.appScopes,
    users: activeMembers(world).map(({ company, user }) => ({
      id: user.id,
      label: `${user.name} (${user.email})`,
      places: [company.profile.name],
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
    return decide(c, box.world, request, parameters);
  });
  // "Install now" in the Marketplace leads to the consent page without the app's state (facts §9.2).
  routes.get("/marketplace/install", (c) => {
    const { clientId, redirectUri } = box.world.app;
    const back = c.req.query("redirect_uri") ?? redirectUri;
    const asked = { client_id: clientId, redirect_uri: back };
    return c.redirect(withQuery(`${new URL(c.req.url).origin}/oauth/authorize`, asked), 302);
  });
  return routes;
}
