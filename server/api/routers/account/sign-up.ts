import { signUpInput, signUpOutput } from "../../../contracts/account";
import { signUp } from "../../../use-cases/people/sign-up";
import { publicProcedure } from "../../trpc";

export const signUpProcedure = publicProcedure
  .input(signUpInput)
  .output(signUpOutput)
  .mutation(async ({ ctx, input }) => await signUp(ctx.deps, { ...input, address: ctx.address }));
