import "server-only";
import { hasSandbox } from "../../credentials/vendor-places";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import type { Env } from "../../lib/env";

/** The environments in which our Pipedrive app is: one that is not set up sends nobody and no notices. */
export function installedEnvironments(env: Env): ConnectionEnvironment[] {
  const isLiveSetUp = env.PIPEDRIVE_CLIENT_ID !== undefined && env.PIPEDRIVE_CLIENT_SECRET !== undefined;
  return [...(isLiveSetUp ? (["live"] as const) : []), ...(hasSandbox(env) ? (["sandbox"] as const) : [])];
}
