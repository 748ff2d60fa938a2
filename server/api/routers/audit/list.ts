import { listAuditInput, listAuditOutput } from "../../../contracts/audit";
import { listAudit } from "../../../use-cases/audit/list-audit";
import { workspaceProcedure } from "../../trpc";

export const list = workspaceProcedure("audit.read")
  .input(listAuditInput)
  .output(listAuditOutput)
  .query(async ({ ctx, input }) => {
    const { action, actorId, search, cursor, limit } = input;
    return await listAudit(ctx.deps, ctx.tenant, { action, actorId, search, cursor, limit });
  });
