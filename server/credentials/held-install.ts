import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../db/client";
import type { ConnectionEnvironment } from "../db/generated/enums";
import {
  deleteHeldInstallsBefore,
  findHeldInstall,
  insertHeldInstall,
  takeHeldInstall,
} from "../db/repos/held-install";
import type { HeldInstall } from "../db/repos/held-install";
import { addMs } from "../lib/clock";
import type { Clock } from "../lib/clock";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";
import { sealerOf } from "./seal";
import { unownedContext } from "./unowned-context";

type Deps = { db: Db; clock: Clock; env: Env };

/** As long as Pipedrive's code lives (facts pipedrive §1). */
export const heldInstallMs = 5 * 60_000;

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/**
 * Keeps the code of an installation that was begun in Pipedrive's Marketplace, without our state, until the person has
 * said where it goes (facts pipedrive §9.2). Returns the secret for this browser's cookie; only its hash is kept, and
 * the code is sealed.
 */
export async function holdInstall(
  deps: Deps,
  input: { code: string; environment: ConnectionEnvironment },
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const hash = hashOf(secret);
  const now = deps.clock.now();
  const sealedCode = sealerOf(deps.env).seal(input.code, unownedContext("install_code", hash));
  await deleteHeldInstallsBefore(deps.db, now);
  const { environment } = input;
  await insertHeldInstall(deps.db, { hash, environment, sealedCode, expiresAt: addMs(now, heldInstallMs) });
  return secret;
}

/** What waits for this browser; null when nothing does. The code stays sealed. */
export async function peekHeldInstall(deps: Deps, secret: string): Promise<HeldInstall | null> {
  return await findHeldInstall(deps.db, { hash: hashOf(secret), now: deps.clock.now() });
}

/** Takes the code out, once. Throws `invalid_input` when it is used, too old, or was never held for this browser. */
export async function redeemHeldInstall(
  deps: Deps,
  secret: string,
): Promise<{ code: string; environment: ConnectionEnvironment }> {
  const hash = hashOf(secret);
  const taken = await takeHeldInstall(deps.db, { hash, now: deps.clock.now() });
  if (!taken) throw installOver();
  const code = sealerOf(deps.env).open(taken.sealedCode, unownedContext("install_code", hash));
  return { code, environment: taken.environment };
}

/** The refusal of an installation that nothing waits for any more. */
export function installOver(): AppError {
  return new AppError("invalid_input", {
    userMessage:
      "This installation was used already or is older than five minutes. Start it once more: press Connect here, or Install in Pipedrive's Marketplace.",
    details: { reason: "install_over" },
  });
}
