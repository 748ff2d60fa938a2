import { workspaceInput } from "../../../contracts/account";
import { doneOutput } from "../../../contracts/security";
import { keepWorkspace } from "../../../use-cases/workspaces/keep-workspace";
import { workspaceProcedure } from "../../trpc";

export const keep = workspaceProcedure("workspace.erase")
  .input(workspaceInput)
  .output(doneOutput)
  .mutation(async ({ ctx }) => {
    await keepWorkspace(ctx.deps, ctx.tenant, { actor: ctx.actor });
    return { done: true };
  });
