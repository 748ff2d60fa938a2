import type { ConnectionEnvironment } from "../db/generated/enums";
import type { Tenant } from "../db/tenant";
import type { SealContext } from "./seal";

/**
 * Where a connection's token is sealed. The environment is part of it: a token of the sandbox opens as nothing else,
 * even if its row were to say so.
 */
export function tokenContext(
  tenant: Tenant,
  connection: { id: string; environment: ConnectionEnvironment },
  token: "access_token" | "refresh_token",
): SealContext {
  const purpose = connection.environment === "live" ? token : (`sandbox_${token}` as const);
  return { workspaceId: tenant.workspaceId, rowId: connection.id, purpose };
}
