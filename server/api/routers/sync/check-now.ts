import { workspaceInput } from "../../../contracts/account";
import { replayOutput } from "../../../contracts/records";
import { requestSweep } from "../../../use-cases/sync/request-sweep";
import { workspaceProcedure } from "../../trpc";

export const checkNow = workspaceProcedure("sync.check")
  .input(workspaceInput)
  .output(replayOutput)
  .mutation(async ({ ctx }) => await requestSweep(ctx.deps, ctx.tenant, { actorId: ctx.viewer.userId }));
