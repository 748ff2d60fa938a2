import "server-only";
import type { z } from "zod";
import type { invitationPreviewOutput } from "../../contracts/members";
import { findUserByEmail } from "../../db/repos/user";
import type { Deps } from "../deps";
import { openInvitation } from "./open-invitation";

/** What whoever holds the link is told before they accept; nothing without a link that is in force. */
export async function previewInvitation(
  deps: Pick<Deps, "db" | "clock">,
  input: { token: string; address: string | null },
): Promise<z.output<typeof invitationPreviewOutput>> {
  const { workspaceName, invitedBy, role, email } = await openInvitation(deps, input);
  const hasAccount = (await findUserByEmail(deps.db, email)) !== null;
  return { workspaceName, invitedBy, role, email, hasAccount };
}
