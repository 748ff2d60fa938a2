import { totpSetUpOutput } from "../../../contracts/security";
import { beginTotp } from "../../../use-cases/sign-in/begin-totp";
import { signedInProcedure } from "../../trpc";

export const beginTotpProcedure = signedInProcedure
  .output(totpSetUpOutput)
  .mutation(async ({ ctx }) => await beginTotp(ctx.deps, { userId: ctx.viewer.userId }));
