import { recoveryCodesOutput, totpCodeInput } from "../../../contracts/security";
import { confirmTotp } from "../../../use-cases/sign-in/confirm-totp";
import { signedInProcedure } from "../../trpc";

export const confirmTotpProcedure = signedInProcedure
  .input(totpCodeInput)
  .output(recoveryCodesOutput)
  .mutation(async ({ ctx, input }) => await confirmTotp(ctx.deps, { ...ctx.viewer, code: input.code }));
