import { recoveryCodesOutput, secondFactorInput } from "../../../contracts/security";
import { renewRecoveryCodes } from "../../../use-cases/sign-in/renew-recovery-codes";
import { signedInProcedure } from "../../trpc";

export const renewRecoveryCodesProcedure = signedInProcedure
  .input(secondFactorInput)
  .output(recoveryCodesOutput)
  .mutation(
    async ({ ctx, input }) => await renewRecoveryCodes(ctx.deps, { ...ctx.viewer, code: input.code }),
  );
