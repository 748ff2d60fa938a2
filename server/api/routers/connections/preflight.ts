import { workspaceInput } from "../../../contracts/account";
import { preflightOutput } from "../../../contracts/connections";
import { preflight } from "../../../use-cases/connections/preflight";
import { workspaceProcedure } from "../../trpc";

export const preflightProcedure = workspaceProcedure("connections.test")
  .input(workspaceInput)
  .output(preflightOutput)
  .query(async ({ ctx }) => await preflight(ctx.deps, ctx.tenant));
