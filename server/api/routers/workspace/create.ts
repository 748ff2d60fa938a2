import { createWorkspaceInput, workspaceSummary } from "../../../contracts/account";
import { createWorkspace } from "../../../use-cases/workspaces/create-workspace";
import { signedInProcedure } from "../../trpc";

export const create = signedInProcedure
  .input(createWorkspaceInput)
  .output(workspaceSummary)
  .mutation(
    async ({ ctx, input }) => await createWorkspace(ctx.deps, { actor: ctx.actor, name: input.name }),
  );
