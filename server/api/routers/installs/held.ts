import { z } from "zod";
import { heldInstallOutput } from "../../../contracts/connections";
import { getHeldInstall } from "../../../use-cases/connections/get-held-install";
import { signedInProcedure } from "../../trpc";

export const heldProcedure = signedInProcedure
  .input(z.void())
  .output(heldInstallOutput)
  .query(async ({ ctx }) => {
    const { heldInstall: secret, viewer } = ctx;
    return await getHeldInstall(ctx.deps, { secret, userId: viewer.userId });
  });
