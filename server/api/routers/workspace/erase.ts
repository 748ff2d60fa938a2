import { eraseWorkspaceInput, eraseWorkspaceOutput } from "../../../contracts/account";
import { askErasure } from "../../../use-cases/workspaces/ask-erasure";
import { workspaceProcedure } from "../../trpc";

export const erase = workspaceProcedure("workspace.erase")
  .input(eraseWorkspaceInput)
  .output(eraseWorkspaceOutput)
  .mutation(
    async ({ ctx, input }) =>
      await askErasure(ctx.deps, ctx.tenant, { actor: ctx.actor, typedName: input.typedName }),
  );
