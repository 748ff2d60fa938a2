import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "../db/client";
import type { Viewer } from "../db/repos/session";
import { systemClock } from "../lib/clock";
import { env } from "../lib/env";
import { sessionCookie, viewerOfCookie } from "./cookie";

export type { Viewer };

/**
 * The signed-in person of this request, or null. For server components and route handlers; the session's row is read
 * each request, so that a revoked session ends at once.
 */
export const readSession = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  const value = jar.get(sessionCookie(env()).name)?.value;
  if (value === undefined) return null;
  return await viewerOfCookie({ db: database(), clock: systemClock, env: env() }, value);
});
