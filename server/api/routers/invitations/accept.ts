import { acceptInvitationOutput } from "../../../contracts/members";
import { mailedTokenInput } from "../../../contracts/security";
import { acceptInvitation } from "../../../use-cases/invitations/accept-invitation";
import { signedInProcedure } from "../../trpc";

export const accept = signedInProcedure
  .input(mailedTokenInput)
  .output(acceptInvitationOutput)
  .mutation(
    async ({ ctx, input: { token } }) => await acceptInvitation(ctx.deps, { actor: ctx.actor, token }),
  );
