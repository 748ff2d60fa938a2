import { listActivityInput, listActivityOutput } from "../../../contracts/activity";
import { listActivity } from "../../../use-cases/activity/list-activity";
import { workspaceProcedure } from "../../trpc";

export const list = workspaceProcedure("workspace.read")
  .input(listActivityInput)
  .output(listActivityOutput)
  .query(async ({ ctx, input }) => await listActivity(ctx.deps, ctx.tenant, input));
