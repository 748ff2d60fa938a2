import { createWorkspaceInput, workspaceSummary } from "../../../contracts/account";
import { createWorkspace } from "../../../use-cases/people/create-workspace";
import { signedInProcedure } from "../../trpc";

export const create = signedInProcedure
  .input(createWorkspaceInput)
  .output(workspaceSummary)
  .mutation(
    async ({ ctx, input }) =>
      await createWorkspace(ctx.deps, { userId: ctx.viewer.userId, name: input.name }),
  );
