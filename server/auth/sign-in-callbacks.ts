import "server-only";
import type { CallbacksOptions } from "next-auth";
import { z } from "zod";
import { findLiveSession } from "../db/repos/session";
import { linkIdentity } from "../use-cases/sign-in/link-identity";
import { openSignIn } from "../use-cases/sign-in/open-sign-in";
import { signInWithProvider } from "../use-cases/sign-in/with-provider";
import type { ProvidedIdentity } from "../use-cases/sign-in/with-provider";
import type { AuthRequest } from "./auth-request";
import { providedIdentity } from "./providers/provided-identity";

/** What `authorize` hands to the `jwt` callback on a sign-in. */
const signedInSchema = z.object({ id: z.string(), sessionId: z.string() });

type Account = { provider: string; type: string };

/** Somebody who is signed in already came back from a provider: it is linked to them, and they stay who they are. */
async function linkOrRefuse({ deps }: AuthRequest, userId: string, identity: ProvidedIdentity) {
  const refusal = await linkIdentity(deps, { userId, identity });
  return refusal === null ? "/account" : `/account?error=${refusal}`;
}

async function decide(request: AuthRequest, identity: ProvidedIdentity): Promise<true | string> {
  const { deps, sessionId } = request;
  const viewer = sessionId && (await findLiveSession(deps.db, sessionId, deps.clock.now()));
  if (viewer) return await linkOrRefuse(request, viewer.userId, identity);
  const outcome = await signInWithProvider(deps, identity);
  return outcome.kind === "enter" ? true : `/sign-in?error=${outcome.code}`;
}

/** Whether somebody may come in: for what we check ourselves that is settled; for a provider's word it is here. */
export function signInCallback(request: AuthRequest): CallbacksOptions["signIn"] {
  return async ({ account, profile }) => {
    if (account?.type !== "oauth") return true;
    const identity = providedIdentity(account.provider, profile);
    if (!identity) return "/sign-in?error=Callback";
    try {
      return await decide(request, identity);
    } catch (error) {
      request.deps.log.error({ err: error, provider: account.provider }, "signing in failed");
      return "/sign-in?error=unavailable";
    }
  };
}

async function openForProvider(request: AuthRequest, { provider }: Account, profile: unknown) {
  const { deps, address, userAgent, sessionId: formerSessionId } = request;
  const identity = providedIdentity(provider, profile);
  const outcome = identity && (await signInWithProvider(deps, identity));
  if (!identity || outcome?.kind !== "enter") throw new Error("the identity lets nobody in");
  const { userId } = outcome;
  const method = identity.provider;
  return {
    sub: userId,
    sid: await openSignIn(deps, { userId, method, address, userAgent, formerSessionId }),
  };
}

/**
 * Sign-in puts the session id into the token, and opens the session first where a provider vouched; afterwards the token
 * stays as it is, whatever a client sends. `account` is there at a sign-in alone.
 */
export function jwtCallback(request: AuthRequest): CallbacksOptions["jwt"] {
  return async ({ token, user, account, profile }) => {
    if (account?.type === "oauth") return await openForProvider(request, account, profile);
    const signedIn = signedInSchema.safeParse(user);
    return signedIn.success ? { sub: signedIn.data.id, sid: signedIn.data.sessionId } : token;
  };
}
