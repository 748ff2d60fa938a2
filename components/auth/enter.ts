import { signIn, type SignInResponse } from "next-auth/react";
import { throttledSeconds } from "@/server/contracts/security";

/** What came of trying to sign in; `refused` says neither which part was wrong nor whether the address is known. */
export type Entry =
  | { kind: "entered" }
  | { kind: "refused" }
  | { kind: "throttled"; seconds: number }
  | { kind: "unreachable" };

/** Reads next-auth's answer. */
export function entryOf(answer: SignInResponse | undefined): Entry {
  if (answer === undefined) return { kind: "unreachable" };
  if (answer.ok && answer.error === null) return { kind: "entered" };
  const seconds = answer.error === null ? null : throttledSeconds(answer.error);
  return seconds === null ? { kind: "refused" } : { kind: "throttled", seconds };
}

async function enter(provider: "credentials" | "email-link", proof: Record<string, string>): Promise<Entry> {
  try {
    return entryOf(await signIn(provider, { ...proof, redirect: false }));
  } catch {
    return { kind: "unreachable" };
  }
}

/** Signs in with e-mail and password; on success the session's cookie is set. */
export async function enterWithPassword(email: string, password: string): Promise<Entry> {
  return await enter("credentials", { email, password });
}

/** Signs in with the secret out of a mailed link, and uses it up. */
export async function enterWithLink(token: string): Promise<Entry> {
  return await enter("email-link", { token });
}

/**
 * Where to go once the cookie is set: the sign-in page sends everybody on, those who still owe their second factor to
 * the page that asks for it.
 */
export function entranceTo(goTo: string): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(goTo)}`;
}
