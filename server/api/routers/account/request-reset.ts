import { addressInput, addressOutput } from "../../../contracts/security";
import { requestReset } from "../../../use-cases/people/request-reset";
import { publicProcedure } from "../../trpc";

export const requestResetProcedure = publicProcedure
  .input(addressInput)
  .output(addressOutput)
  .mutation(
    async ({ ctx, input }) => await requestReset(ctx.deps, { email: input.email, address: ctx.address }),
  );
