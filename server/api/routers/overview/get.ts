import { workspaceInput } from "../../../contracts/account";
import { overviewOutput } from "../../../contracts/overview";
import { getOverview } from "../../../use-cases/overview/get-overview";
import { workspaceProcedure } from "../../trpc";

export const get = workspaceProcedure("workspace.read")
  .input(workspaceInput)
  .output(overviewOutput)
  .query(async ({ ctx }) => await getOverview(ctx.deps, ctx.tenant));
