import { signIn } from "next-auth/react";

/** What came of trying to sign in; `refused` says neither which of the two was wrong nor whether the address is known. */
export type Entry = "entered" | "refused" | "unreachable";

/** Signs in with e-mail and password; on success the session's cookie is set. */
export async function enter(email: string, password: string): Promise<Entry> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer === undefined) return "unreachable";
    return answer.ok && answer.error === null ? "entered" : "refused";
  } catch {
    return "unreachable";
  }
}
