import "server-only";
import CredentialsProvider from "next-auth/providers/credentials";
import { throttledSignInCode } from "../contracts/security";
import type { SessionMethod } from "../db/repos/session";
import { AppError } from "../lib/errors";
import { openSignIn } from "../use-cases/sign-in/open-sign-in";
import { signInWithEmailLink } from "../use-cases/sign-in/with-email-link";
import { signInWithPassword } from "../use-cases/sign-in/with-password";
import type { AuthRequest } from "./auth-request";

/** What next-auth hands from `authorize` to the `jwt` callback. */
type SignedIn = { id: string; sessionId: string };

type Prove = (
  deps: AuthRequest["deps"],
  credentials: unknown,
  from: { address: string | null },
) => Promise<{ userId: string } | null>;

/** The code that the sign-in form reads: next-auth shows an error's message in the address, so it is never a sentence. */
function codeOf(error: AppError): string {
  const wait = error.details["retryAfterMs"];
  return error.code === "too_many_requests" && typeof wait === "number"
    ? throttledSignInCode(wait)
    : "unavailable";
}

async function enter(request: AuthRequest, method: SessionMethod, prove: Prove, credentials: unknown) {
  const { deps, address, userAgent, sessionId: formerSessionId } = request;
  try {
    const proved = await prove(deps, credentials, { address });
    if (!proved) return null;
    const { userId } = proved;
    const sessionId = await openSignIn(deps, { userId, method, address, userAgent, formerSessionId });
    return { id: userId, sessionId } satisfies SignedIn;
  } catch (error) {
    const code = error instanceof AppError ? codeOf(error) : "unavailable";
    if (code === "unavailable") deps.log.error({ err: error, method }, "signing in failed");
    throw new Error(code, { cause: error });
  }
}

/** E-mail and password. */
export function passwordProvider(request: AuthRequest) {
  return CredentialsProvider({
    id: "credentials",
    name: "E-mail and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (credentials) => enter(request, "password", signInWithPassword, credentials),
  });
}

/** The secret out of a mailed link, given by a press on its page: opening the page uses nothing up. */
export function emailLinkProvider(request: AuthRequest) {
  return CredentialsProvider({
    id: "email-link",
    name: "Mailed link",
    credentials: { token: { type: "text" } },
    authorize: (credentials) => enter(request, "email_link", signInWithEmailLink, credentials),
  });
}
