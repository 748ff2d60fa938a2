import { disconnectInput, disconnectOutput } from "../../../contracts/connect";
import { disconnect } from "../../../use-cases/connections/disconnect";
import { workspaceProcedure } from "../../trpc";

export const disconnectProcedure = workspaceProcedure("connections.manage")
  .input(disconnectInput)
  .output(disconnectOutput)
  .mutation(
    async ({ ctx, input: { vendor, data } }) =>
      await disconnect(ctx.deps, ctx.tenant, { vendor, data, actor: ctx.actor }),
  );
