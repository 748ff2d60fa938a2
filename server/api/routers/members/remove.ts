import { removeMemberInput } from "../../../contracts/members";
import { doneOutput } from "../../../contracts/security";
import { removeMember } from "../../../use-cases/members/remove-member";
import { workspaceProcedure } from "../../trpc";

export const remove = workspaceProcedure("members.manage")
  .input(removeMemberInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { userId } }) => {
    await removeMember(ctx.deps, ctx.tenant, { actor: ctx.actor, userId });
    return { done: true };
  });
