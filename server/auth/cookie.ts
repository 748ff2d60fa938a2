import "server-only";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Db } from "../db/client";
import { findLiveSession, findPendingSession } from "../db/repos/session";
import type { Viewer } from "../db/repos/session";
import type { Clock } from "../lib/clock";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";

const tokenSchema = z.object({ sid: z.string().min(1) });

/** Name and flags of the session cookie; `__Secure-` wherever the app is served over https. */
export function sessionCookie(env: Env) {
  const secure = env.APP_URL.startsWith("https://");
  return {
    name: `${secure ? "__Secure-" : ""}ml-connector.session`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** The key that encrypts session cookies. Missing → `not_configured`. */
export function sessionSecret(env: Env): string {
  if (env.NEXTAUTH_SECRET !== undefined) return env.NEXTAUTH_SECRET;
  throw new AppError("not_configured", { message: "NEXTAUTH_SECRET is not set." });
}

/** The session id inside a token's claims; null when it holds none. */
export function readSessionId(claims: unknown): string | null {
  const parsed = tokenSchema.safeParse(claims);
  return parsed.success ? parsed.data.sid : null;
}

type CookieDeps = { db: Db; clock: Clock; env: Env };

/** Who a session cookie's value speaks for now: decrypted, then checked against the session's row. */
export async function viewerOfCookie(deps: CookieDeps, value: string): Promise<Viewer | null> {
  const sessionId = await sessionIdOfCookie(deps, value);
  return sessionId === null ? null : await findLiveSession(deps.db, sessionId, deps.clock.now());
}

/** Who gave their password with this cookie and still owes the code of their second factor. They are nobody yet. */
export async function pendingOfCookie(deps: CookieDeps, value: string): Promise<Viewer | null> {
  const sessionId = await sessionIdOfCookie(deps, value);
  return sessionId === null ? null : await findPendingSession(deps.db, sessionId, deps.clock.now());
}

/** The session id inside a cookie that decrypts; null for any other. */
export async function sessionIdOfCookie(deps: { env: Env }, value: string): Promise<string | null> {
  return readSessionId(await decodeOrNull(value, sessionSecret(deps.env)));
}

/** A cookie that does not decrypt (forged, expired, sealed with an old secret) is nobody's. */
async function decodeOrNull(token: string, secret: string): Promise<unknown> {
  try {
    return await decode({ token, secret });
  } catch {
    return null;
  }
}
