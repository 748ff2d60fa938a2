import { workspaceInput } from "../../../contracts/account";
import { connectionsOutput } from "../../../contracts/connections";
import { getConnections } from "../../../use-cases/connections/get-connections";
import { workspaceProcedure } from "../../trpc";

export const get = workspaceProcedure("workspace.read")
  .input(workspaceInput)
  .output(connectionsOutput)
  .query(async ({ ctx }) => await getConnections(ctx.deps, ctx.tenant));
