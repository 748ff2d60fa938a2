import { invitationInput } from "../../../contracts/members";
import { doneOutput } from "../../../contracts/security";
import { withdrawInvitation } from "../../../use-cases/invitations/withdraw-invitation";
import { workspaceProcedure } from "../../trpc";

export const withdraw = workspaceProcedure("members.manage")
  .input(invitationInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { invitationId } }) => {
    await withdrawInvitation(ctx.deps, ctx.tenant, { actor: ctx.actor, invitationId });
    return { done: true };
  });
