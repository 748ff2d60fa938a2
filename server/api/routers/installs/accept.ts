import { acceptInstallInput, acceptInstallOutput } from "../../../contracts/connections";
import { acceptInstall } from "../../../use-cases/connections/accept-install";
import { workspaceProcedure } from "../../trpc";

export const acceptProcedure = workspaceProcedure("connections.manage")
  .input(acceptInstallInput)
  .output(acceptInstallOutput)
  .mutation(async ({ ctx }) => {
    const { heldInstall: secret, actor } = ctx;
    return await acceptInstall(ctx.deps, ctx.tenant, { secret, actor });
  });
