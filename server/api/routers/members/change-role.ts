import { changeRoleInput } from "../../../contracts/members";
import { doneOutput } from "../../../contracts/security";
import { changeRole } from "../../../use-cases/members/change-role";
import { workspaceProcedure } from "../../trpc";

export const changeRoleProcedure = workspaceProcedure("members.manage")
  .input(changeRoleInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { userId, role } }) => {
    await changeRole(ctx.deps, ctx.tenant, { actor: ctx.actor, userId, role });
    return { done: true };
  });
