import { recordInput, replayOutput } from "../../../contracts/records";
import { replayRecord } from "../../../use-cases/sync/replay-record";
import { workspaceProcedure } from "../../trpc";

export const replay = workspaceProcedure("sync.replay")
  .input(recordInput)
  .output(replayOutput)
  .mutation(
    async ({ ctx, input }) =>
      await replayRecord(ctx.deps, ctx.tenant, { recordId: input.recordId, actorId: ctx.viewer.userId }),
  );
