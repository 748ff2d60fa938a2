import type { Provider } from "../../contracts/security";
import type { Env } from "../../lib/env";

/** A service of others that people may sign in with here, and our registration there. */
export type ProviderApp = { id: Provider; label: string; clientId: string; clientSecret: string };

type Candidate = {
  id: Provider;
  label: string;
  clientId: string | undefined;
  clientSecret: string | undefined;
};

function candidates(env: Env): Candidate[] {
  const oidc = env.OIDC_ISSUER === undefined ? [] : [oidcCandidate(env)];
  return [
    {
      id: "google",
      label: "Google",
      clientId: env.GOOGLE_CLIENT_ID,
      clientSecret: env.GOOGLE_CLIENT_SECRET,
    },
    {
      id: "github",
      label: "GitHub",
      clientId: env.GITHUB_CLIENT_ID,
      clientSecret: env.GITHUB_CLIENT_SECRET,
    },
    ...oidc,
  ];
}

function oidcCandidate(env: Env): Candidate {
  const { OIDC_NAME, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  return { id: "oidc", label: OIDC_NAME, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}

/** The services that the operator has set up, in the order in which they are offered. */
export function configuredProviders(env: Env): ProviderApp[] {
  return candidates(env).flatMap(({ id, label, clientId, clientSecret }) =>
    clientId === undefined || clientSecret === undefined ? [] : [{ id, label, clientId, clientSecret }],
  );
}

/** What a service is called here, whether or not it is set up (any more). */
export function providerLabel(env: Env, provider: Provider): string {
  return { google: "Google", github: "GitHub", oidc: env.OIDC_NAME }[provider];
}
