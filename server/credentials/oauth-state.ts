import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../db/client";
import type { ConnectionEnvironment, Vendor } from "../db/generated/enums";
import { consumeOauthState, deleteOauthStatesBefore, insertOauthState } from "../db/repos/oauth-state";
import type { Tenant } from "../db/tenant";
import { addMs } from "../lib/clock";
import type { Clock } from "../lib/clock";
import { AppError } from "../lib/errors";

type Deps = { db: Db; clock: Clock };
type Holder = { vendor: Vendor; userId: string; sessionId: string };

const lifetimeMs = 10 * 60_000;
const keptAfterMs = 24 * 3600_000;

function hashOf(state: string): string {
  return createHash("sha256").update(state).digest("hex");
}

/**
 * Makes the `state` of a consent: 256 random bits, good once within ten minutes, for this person in this session at
 * this vendor. Only its hash is kept.
 */
export async function issueOauthState(
  deps: Deps,
  tenant: Tenant,
  holder: Holder & { environment: ConnectionEnvironment },
): Promise<string> {
  const state = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  await deleteOauthStatesBefore(deps.db, addMs(now, -keptAfterMs));
  await insertOauthState(deps.db, tenant, {
    hash: hashOf(state),
    ...holder,
    expiresAt: addMs(now, lifetimeMs),
  });
  return state;
}

/**
 * Uses a `state` up and names the workspace and environment it was made for; the caller proves membership anew. Throws `invalid_input`
 * when it is unknown, used, too old, or came back to another person, session or vendor: it stays unused then.
 */
export async function redeemOauthState(
  deps: Deps,
  input: Holder & { state: string },
): Promise<{ workspaceId: string; environment: ConnectionEnvironment }> {
  const { state, ...holder } = input;
  const redeemed = await consumeOauthState(deps.db, {
    ...holder,
    hash: hashOf(state),
    now: deps.clock.now(),
  });
  if (redeemed) return redeemed;
  throw new AppError("invalid_input", {
    userMessage:
      "This consent was used already, is too old, or was begun elsewhere. Please press Connect once more.",
  });
}
