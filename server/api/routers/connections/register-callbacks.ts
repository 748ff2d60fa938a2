import { z } from "zod";
import { workspaceInput } from "../../../contracts/account";
import { callbackSchema } from "../../../contracts/overview";
import { registerCallbacks } from "../../../use-cases/connections/register-callbacks";
import { workspaceProcedure } from "../../trpc";

export const registerCallbacksProcedure = workspaceProcedure("connections.manage")
  .input(workspaceInput)
  .output(z.array(callbackSchema))
  .mutation(async ({ ctx }) => await registerCallbacks(ctx.deps, ctx.tenant, { actor: ctx.actor }));
