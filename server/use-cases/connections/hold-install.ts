import "server-only";
import { heldInstallMs, holdInstall } from "../../credentials/held-install";
import type { Deps } from "../deps";
import { installedEnvironments } from "./installed-environments";

/** What the browser is to keep, and for how many seconds. */
export type HeldCookie = { value: string; maxAgeSeconds: number };

/** Longer than any code of Pipedrive's; what is longer is none. */
const longestCode = 1_000;

/**
 * Keeps the code that came with a person but without our state, for the browser that brought it. Nothing is exchanged
 * before they confirm it: the code may be somebody else's, who wants their company joined to this person's books.
 * Null where there is nothing to keep.
 */
export async function holdInstallOf(deps: Deps, code: string | null): Promise<HeldCookie | null> {
  const [environment] = installedEnvironments(deps.env);
  if (!environment || code === null || code === "" || code.length > longestCode) return null;
  const value = await holdInstall(deps, { code, environment });
  return { value, maxAgeSeconds: heldInstallMs / 1000 };
}
