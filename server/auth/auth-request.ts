import "server-only";
import { clientAddress } from "../lib/client-address";
import type { SignInDeps } from "../use-cases/sign-in/sign-in-deps";
import { sessionCookie, sessionIdOfCookie } from "./cookie";

/** A request to next-auth's endpoints: what it may use, and what is known of whoever sent it. */
export type AuthRequest = {
  deps: SignInDeps;
  address: string | null;
  userAgent: string | null;
  /** The session that this browser has now, live or not; null without one. */
  sessionId: string | null;
};

/** Reads what signing in needs to know of a request. `cookieOf` gives a cookie's value by its name. */
export async function authRequest(
  deps: SignInDeps,
  headers: Headers,
  cookieOf: (name: string) => string | undefined,
): Promise<AuthRequest> {
  const value = cookieOf(sessionCookie(deps.env).name);
  return {
    deps,
    address: clientAddress(headers, deps.env.TRUSTED_PROXIES),
    userAgent: headers.get("user-agent"),
    sessionId: value === undefined ? null : await sessionIdOfCookie(deps, value),
  };
}
