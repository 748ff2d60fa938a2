import { workspaceInput } from "../../../contracts/account";
import { doneOutput } from "../../../contracts/security";
import { leaveWorkspace } from "../../../use-cases/workspaces/leave-workspace";
import { workspaceProcedure } from "../../trpc";

export const leave = workspaceProcedure("workspace.leave")
  .input(workspaceInput)
  .output(doneOutput)
  .mutation(async ({ ctx }) => {
    await leaveWorkspace(ctx.deps, ctx.tenant, { actor: ctx.actor });
    return { done: true };
  });
