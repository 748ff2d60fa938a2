import { connectByTokenInput } from "../../../contracts/connections";
import { doneOutput } from "../../../contracts/security";
import { connectByToken } from "../../../use-cases/connections/connect-by-token";
import { workspaceProcedure } from "../../trpc";

export const connectByTokenProcedure = workspaceProcedure("connections.manage")
  .input(connectByTokenInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input: { token, company, environment } }) => {
    await connectByToken(ctx.deps, ctx.tenant, { token, company, environment, actor: ctx.actor });
    return { done: true };
  });
