import { doneOutput, secondFactorInput } from "../../../contracts/security";
import { disableTotp } from "../../../use-cases/sign-in/disable-totp";
import { signedInProcedure } from "../../trpc";

export const disableTotpProcedure = signedInProcedure
  .input(secondFactorInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await disableTotp(ctx.deps, { ...ctx.viewer, code: input.code });
    return { done: true as const };
  });
