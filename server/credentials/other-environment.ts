import "server-only";
import type { Db } from "../db/client";
import type { ConnectionEnvironment } from "../db/generated/enums";
import { findConnectionElsewhere } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { AppError } from "../lib/errors";
import { vendorLabels } from "../vendors/http/vendor-error";

const wheres = {
  live: "a real account",
  sandbox: "the sandbox",
} as const satisfies Record<ConnectionEnvironment, string>;

/**
 * Refuses (`conflict`) to connect a workspace in an environment while it is connected in the other: real accounts and
 * stand-ins must not meet in one workspace.
 */
export async function requireEnvironment(
  db: Db,
  tenant: Tenant,
  environment: ConnectionEnvironment,
): Promise<void> {
  const elsewhere = await findConnectionElsewhere(db, tenant, environment);
  if (!elsewhere) return;
  throw new AppError("conflict", {
    userMessage: `This workspace is joined to ${wheres[elsewhere.environment]} at ${vendorLabels[elsewhere.vendor]}. Disconnect that first, or make a new workspace.`,
    details: { reason: "other_environment" },
  });
}
