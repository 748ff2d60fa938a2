import { recordDetailOutput, recordInput } from "../../../contracts/records";
import { getRecord } from "../../../use-cases/records/get-record";
import { workspaceProcedure } from "../../trpc";

export const get = workspaceProcedure("workspace.read")
  .input(recordInput)
  .output(recordDetailOutput)
  .query(async ({ ctx, input }) => await getRecord(ctx.deps, ctx.tenant, { recordId: input.recordId }));
