import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "../db/client";
import type { Viewer } from "../db/repos/session";
import { systemClock } from "../lib/clock";
import { env } from "../lib/env";
import { pendingOfCookie, sessionCookie, viewerOfCookie } from "./cookie";

export type { Viewer };

async function readCookie(): Promise<string | undefined> {
  const jar = await cookies();
  return jar.get(sessionCookie(env()).name)?.value;
}

function cookieDeps() {
  return { db: database(), clock: systemClock, env: env() };
}

/**
 * The signed-in person of this request, or null; somebody who still owes their second factor is nobody. For server
 * components and route handlers; the session's row is read each request, so that a revoked session ends at once.
 */
export const readSession = cache(async (): Promise<Viewer | null> => {
  const value = await readCookie();
  return value === undefined ? null : await viewerOfCookie(cookieDeps(), value);
});

/**
 * Who has given their password on this browser within the last ten minutes and still owes the code of their second
 * factor; null for everybody else. It opens nothing but the page that asks for the code.
 */
export const readPendingSession = cache(async (): Promise<Viewer | null> => {
  const value = await readCookie();
  return value === undefined ? null : await pendingOfCookie(cookieDeps(), value);
});
