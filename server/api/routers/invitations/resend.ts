import { invitationInput } from "../../../contracts/members";
import { doneOutput } from "../../../contracts/security";
import { resendInvitation } from "../../../use-cases/invitations/resend-invitation";
import { workspaceProcedure } from "../../trpc";

export const resend = workspaceProcedure("members.manage")
  .input(invitationInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { invitationId } }) => {
    await resendInvitation(ctx.deps, ctx.tenant, { actor: ctx.actor, invitationId });
    return { done: true };
  });
