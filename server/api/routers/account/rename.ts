import { renamePersonInput } from "../../../contracts/account";
import { doneOutput } from "../../../contracts/security";
import { renamePerson } from "../../../use-cases/people/rename-person";
import { signedInProcedure } from "../../trpc";

export const renameProcedure = signedInProcedure
  .input(renamePersonInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await renamePerson(ctx.deps, { userId: ctx.viewer.userId, name: input.name });
    return { done: true as const };
  });
