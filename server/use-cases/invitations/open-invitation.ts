import "server-only";
import { invitationHash } from "../../credentials/people/invitation-token";
import { giveBack, takeTry } from "../../credentials/throttle";
import { findOpenInvitation } from "../../db/repos/invitation";
import type { OpenInvitation } from "../../db/repos/invitation";
import type { Deps } from "../deps";
import { AppError } from "../../lib/errors";

/** The refusal of a link that opens nothing: the same whatever the reason. */
export function invitationOver(): AppError {
  return new AppError("invalid_input", {
    userMessage:
      "This invitation was used already, withdrawn, or is too old. If you have accepted it, you find the workspace among yours; else ask for a new one.",
    details: { reason: "mailed_link_over" },
  });
}

/** What a mailed link opens. Throws `invalid_input` for one that opens nothing, `too_many_requests` for a guesser. */
export async function openInvitation(
  deps: Pick<Deps, "db" | "clock">,
  input: { token: string; address: string | null },
): Promise<OpenInvitation & { tokenHash: string }> {
  const tries = [{ kind: "token_address", subject: input.address }] as const;
  await takeTry(deps, tries);
  const tokenHash = invitationHash(input.token);
  const invitation = await findOpenInvitation(deps.db, { tokenHash, now: deps.clock.now() });
  if (!invitation) throw invitationOver();
  await giveBack(deps, tries);
  return { ...invitation, tokenHash };
}
