import { listRecordsInput, listRecordsOutput } from "../../../contracts/records";
import { listRecords } from "../../../use-cases/records/list-records";
import { workspaceProcedure } from "../../trpc";

export const list = workspaceProcedure("workspace.read")
  .input(listRecordsInput)
  .output(listRecordsOutput)
  .query(async ({ ctx, input }) => await listRecords(ctx.deps, ctx.tenant, input));
