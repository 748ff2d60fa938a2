import type { SealContext } from "./seal";

/** Where a secret is sealed that belongs to no workspace: a mail's body (by mail id), a held install's code (by its hash). */
export function unownedContext(purpose: "mail" | "install_code", rowId: string): SealContext {
  return { workspaceId: "", rowId, purpose };
}
