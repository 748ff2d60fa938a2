import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Db } from "../db/client";
import { findLiveSession, revokeSession } from "../db/repos/session";
import type { Clock } from "../lib/clock";
import type { Env } from "../lib/env";
import type { Logger } from "../lib/log";
import { authenticate, sessionSeconds } from "./authenticate";
import { readSessionId, sessionCookie, sessionSecret } from "./cookie";

type AuthDeps = { db: Db; clock: Clock; env: Env; log: Logger };

/** What `authorize` hands to the `jwt` callback on a sign-in. */
const signedInSchema = z.object({ id: z.string(), sessionId: z.string() });

/**
 * next-auth's options: e-mail and password, a cookie that holds nothing but a session id (encrypted), and the
 * session's row as the authority. Signing out revokes the row.
 */
export function authOptions(deps: AuthDeps): NextAuthOptions {
  return {
    secret: sessionSecret(deps.env),
    useSecureCookies: deps.env.APP_URL.startsWith("https://"),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie(deps.env) },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [passwordProvider(deps)],
    callbacks: callbacks(deps),
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

function passwordProvider(deps: AuthDeps) {
  return CredentialsProvider({
    name: "E-mail and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (credentials) => {
      const viewer = await authenticate(deps, credentials);
      return viewer && { id: viewer.userId, sessionId: viewer.sessionId };
    },
  });
}

function callbacks(deps: AuthDeps): NonNullable<NextAuthOptions["callbacks"]> {
  return {
    /** Sign-in puts the session id into the token; afterwards the token stays as it is, whatever a client sends. */
    jwt: ({ token, user }) => {
      const signedIn = signedInSchema.safeParse(user);
      return signedIn.success ? { sub: signedIn.data.id, sid: signedIn.data.sessionId } : token;
    },
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
