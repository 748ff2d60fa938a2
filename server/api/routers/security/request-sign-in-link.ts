import { addressInput, addressOutput } from "../../../contracts/security";
import { requestSignInLink } from "../../../use-cases/sign-in/request-sign-in-link";
import { publicProcedure } from "../../trpc";

export const requestSignInLinkProcedure = publicProcedure
  .input(addressInput)
  .output(addressOutput)
  .mutation(
    async ({ ctx, input }) => await requestSignInLink(ctx.deps, { email: input.email, address: ctx.address }),
  );
