import "server-only";
import type { Provider as NextAuthProvider } from "next-auth/providers/index";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "../../lib/env";
import { configuredProviders } from "../../use-cases/sign-in/providers";
import type { ProviderApp } from "../../use-cases/sign-in/providers";
import { githubUser } from "./github-user";

/** next-auth wants a person's id from each provider; who it is here is decided by `providedIdentity`. */
const idOf = (profile: { sub?: unknown }) => ({ id: String(profile.sub) });

/** The operator's own: whatever its issuer's discovery document says. */
function oidcProvider(app: ProviderApp, issuer: string): OAuthConfig<{ sub?: unknown }> {
  return {
    id: "oidc",
    name: app.label,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    profile: idOf,
  };
}

function providerOf(app: ProviderApp, env: Env): NextAuthProvider {
  const { id, clientId, clientSecret } = app;
  if (id === "google") {
    return GoogleProvider({ clientId, clientSecret, checks: ["pkce", "state", "nonce"] });
  }
  if (id === "github") {
    const checks: ["pkce", "state"] = ["pkce", "state"];
    return GithubProvider({ clientId, clientSecret, checks, userinfo: githubUser });
  }
  return oidcProvider(app, env.OIDC_ISSUER ?? "");
}

/** The services of others that the operator has set up, for next-auth. */
export function oauthProviders(env: Env): NextAuthProvider[] {
  return configuredProviders(env).map((app) => providerOf(app, env));
}
