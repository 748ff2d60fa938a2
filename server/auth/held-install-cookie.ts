import "server-only";
import { cookies } from "next/headers";
import type { Env } from "../lib/env";

const name = "ml-connector.install";

/** The `Set-Cookie` by which a browser keeps the secret of an installation that waits for its person. */
export function heldInstallCookie(env: Env, held: { value: string; maxAgeSeconds: number }): string {
  const secure = env.APP_URL.startsWith("https:") ? "; Secure" : "";
  return `${name}=${held.value}; Path=/; Max-Age=${String(held.maxAgeSeconds)}; HttpOnly; SameSite=Lax${secure}`;
}

/** The secret of an installation that waits in this browser; null without one. */
export async function readHeldInstall(): Promise<string | null> {
  return (await cookies()).get(name)?.value ?? null;
}
