import "server-only";
import { hasSandbox } from "../../credentials/vendor-places";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import type { Env } from "../../lib/env";

/**
 * In which environments a workspace may be connected now, the likeliest first. Once one side is connected, the other
 * goes the same way. Real accounts are not offered beside a sandbox before the operator has registered both apps.
 */
export function offeredEnvironments(
  env: Env,
  connected: readonly { environment: ConnectionEnvironment }[],
): ConnectionEnvironment[] {
  const [first] = connected;
  if (first) return [first.environment];
  if (!hasSandbox(env)) return ["live"];
  const apps = [
    ...[env.FRESHBOOKS_CLIENT_ID, env.FRESHBOOKS_CLIENT_SECRET],
    ...[env.PIPEDRIVE_CLIENT_ID, env.PIPEDRIVE_CLIENT_SECRET],
  ];
  return apps.includes(undefined) ? ["sandbox"] : ["live", "sandbox"];
}
