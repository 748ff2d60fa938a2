import { inviteInput } from "../../../contracts/members";
import { doneOutput } from "../../../contracts/security";
import { inviteMember } from "../../../use-cases/invitations/invite-member";
import { workspaceProcedure } from "../../trpc";

export const create = workspaceProcedure("members.manage")
  .input(inviteInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { email, role } }) => {
    await inviteMember(ctx.deps, ctx.tenant, { actor: ctx.actor, email, role });
    return { done: true };
  });
