import { renameWorkspaceInput } from "../../../contracts/account";
import { doneOutput } from "../../../contracts/security";
import { renameWorkspace } from "../../../use-cases/workspaces/rename-workspace";
import { workspaceProcedure } from "../../trpc";

export const rename = workspaceProcedure("workspace.rename")
  .input(renameWorkspaceInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await renameWorkspace(ctx.deps, ctx.tenant, { actor: ctx.actor, name: input.name });
    return { done: true };
  });
