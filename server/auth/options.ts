import "server-only";
import type { NextAuthOptions } from "next-auth";
import { sessionSeconds } from "../credentials/people/open-session";
import { findLiveSession, revokeSession } from "../db/repos/session";
import type { AuthRequest } from "./auth-request";
import { readSessionId, sessionCookie, sessionSecret } from "./cookie";
import { emailLinkProvider, passwordProvider } from "./password-providers";
import { oauthProviders } from "./providers/oauth-providers";
import { jwtCallback, signInCallback } from "./sign-in-callbacks";

/**
 * next-auth's options for one request: e-mail and password, mailed link, and the services that the operator has set up;
 * a cookie that holds nothing but a session id (encrypted), and the session's row as the authority. Signing out revokes
 * the row.
 */
export function authOptions(request: AuthRequest): NextAuthOptions {
  const { deps } = request;
  return {
    secret: sessionSecret(deps.env),
    useSecureCookies: deps.env.APP_URL.startsWith("https://"),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie(deps.env) },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [passwordProvider(request), emailLinkProvider(request), ...oauthProviders(deps.env)],
    callbacks: callbacks(request),
    events: {
      signOut: async ({ token }) => {
        const sessionId = readSessionId(token);
        if (sessionId !== null) await revokeSession(deps.db, sessionId, deps.clock.now());
      },
    },
    logger: {
      error: (code, metadata) => {
        deps.log.warn({ code, err: metadata instanceof Error ? metadata : metadata.error }, "sign-in");
      },
      warn: (code) => {
        deps.log.debug({ code }, "sign-in");
      },
      debug: () => undefined,
    },
  };
}

function callbacks(request: AuthRequest): NonNullable<NextAuthOptions["callbacks"]> {
  const { deps } = request;
  return {
    signIn: signInCallback(request),
    jwt: jwtCallback(request),
    session: async ({ session, token }) => {
      const sessionId = readSessionId(token);
      const viewer = sessionId && (await findLiveSession(deps.db, sessionId, deps.clock.now()));
      if (!viewer) return { expires: session.expires };
      return { expires: session.expires, user: { name: viewer.name, email: viewer.email } };
    },
    /** Only addresses of this app; anything else leads to the start page. */
    redirect: ({ url }) => {
      const target = URL.parse(url, deps.env.APP_URL);
      return target?.origin === new URL(deps.env.APP_URL).origin ? target.href : deps.env.APP_URL;
    },
  };
}
