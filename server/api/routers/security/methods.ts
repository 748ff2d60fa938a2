import { signInMethodsOutput } from "../../../contracts/security";
import { signInMethods } from "../../../use-cases/sign-in/methods";
import { publicProcedure } from "../../trpc";

export const methodsProcedure = publicProcedure
  .output(signInMethodsOutput)
  .query(({ ctx }) => signInMethods(ctx.deps.env));
